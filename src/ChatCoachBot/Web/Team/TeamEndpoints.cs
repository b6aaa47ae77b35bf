using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Management;
using ChatCoachBot.Practice;
using ChatCoachBot.Storage;
using ChatCoachBot.Web.Pages;
using ChatCoachBot.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Web.Team;

/// <summary>The team page, for those who look after the coach.</summary>
internal static class TeamEndpoints
{
    public static void MapTeam(this IEndpointRouteBuilder routes) => routes.MapGet("/team", PageAsync).AddEndpointFilter<KnownAddressOnly>();

    private static async Task<IResult> PageAsync(HttpContext context, IDbContextFactory<CoachDb> contexts, LibraryCache library, AdminReport report, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await SignedIn.OfAsync(context) is not { IsAdmin: true })
        {
            return SignInEndpoints.Refuse(StatusCodes.Status404NotFound, Texts.SignInFirst);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TeamPage>(new Dictionary<string, object?>
        {
            [nameof(TeamPage.Figures)] = await TeamFigures.ReadAsync(db, library.Current, time.GetUtcNow(), cancellationToken),
            [nameof(TeamPage.Health)] = (await report.ReadAsync(db, cancellationToken)).Blocks.Where(block => block is not Heading).ToList(),
            [nameof(TeamPage.Leaderboard)] = await Leaderboard.ReadAsync(db, time.GetUtcNow(), cancellationToken),
        });
    }
}
