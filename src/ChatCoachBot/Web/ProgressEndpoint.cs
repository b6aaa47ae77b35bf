using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Practice;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using ChatCoachBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Web;

/// <summary>A visitor's progress as a page.</summary>
internal static class ProgressEndpoint
{
    public static void MapProgress(this IEndpointRouteBuilder routes) => routes.MapGet("/progress", PageAsync).AddEndpointFilter<LoopbackOnly>();

    private static async Task<RazorComponentResult<ProgressPage>> PageAsync(
        HttpContext context, IDbContextFactory<CoachDb> contexts, LibraryCache library, PracticeSettings practice, TimeProvider time, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new(new Dictionary<string, object?>
        {
            [nameof(ProgressPage.Reply)] = Visitor.Of(context) is { } visitor ? await ReplyAsync(visitor, contexts, library, practice, time.GetUtcNow(), cancellationToken) : null,
        });
    }

    private static async Task<Reply?> ReplyAsync(
        string visitor, IDbContextFactory<CoachDb> contexts, LibraryCache library, PracticeSettings practice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var conversation = await TurnDesk.Conversations(db)
            .AsNoTracking()
            .FirstOrDefaultAsync(known => known.Platform == WebChannel.Name && known.Address == visitor, cancellationToken);
        if (conversation is null || library.Current.Path(conversation.Learner.PathId) is not { } path)
        {
            return null;
        }

        var learner = conversation.Learner.Id;
        var cards = new CardBox(learner, await db.Cards.AsNoTracking().Where(card => card.LearnerId == learner).ToListAsync(cancellationToken));
        var past = await PastAttempts.OfAsync(db, [learner], now, cancellationToken);
        return ProgressReply.For(conversation, path, cards, [.. past[learner]], practice, now);
    }
}
