using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ChatCoachBot.Web.SignIn;

/// <summary>
/// Where the coach's links lead. Looking at one only shows a button, since chats and mail scanners look at every link; pressing it uses
/// the link up and signs the browser in.
/// </summary>
internal static class SignInEndpoints
{
    private const int LongestForm = 16 * 1024;

    /// <summary>The pages that a link may lead to.</summary>
    private static readonly string[] Pages = ["/team", "/review"];

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup("/sign-in/{secret:maxlength(100)}").AddEndpointFilter<KnownAddressOnly>().RequireRateLimiting(WebServices.SignIns);
        links.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], ShowAsync);
        links.MapPost("/", UseAsync).WithMetadata(new RequestSizeLimitAttribute(LongestForm)).DisableAntiforgery();
    }

    /// <summary>What is shown in place of a page that somebody may not see.</summary>
    /// <param name="back">Where they may go back to; null for nowhere.</param>
    public static IResult Refuse(int status, string sentence, Link? back = null) =>
        new RazorComponentResult<NoticePage>(new Dictionary<string, object?> { [nameof(NoticePage.Sentence)] = sentence, [nameof(NoticePage.Back)] = back }) { StatusCode = status };

    private static async Task<IResult> ShowAsync(string secret, HttpContext context, SignInLinks links, IAntiforgery antiForgery, CancellationToken cancellationToken) =>
        await links.WorksAsync(secret, cancellationToken)
            ? new RazorComponentResult<SignInPage>(new Dictionary<string, object?> { [nameof(SignInPage.AntiForgery)] = antiForgery.GetAndStoreTokens(context) })
            : Refuse(StatusCodes.Status404NotFound, Texts.SignInGone);

    private static async Task<IResult> UseAsync(
        string secret, HttpContext context, SignInLinks links, IAntiforgery antiForgery, CancellationToken cancellationToken, [FromQuery] string to = "")
    {
        if (!context.Request.HasFormContentType || !await antiForgery.IsRequestValidAsync(context))
        {
            return Refuse(StatusCodes.Status400BadRequest, Texts.PageGrownOld);
        }

        if (await links.UseAsync(secret, cancellationToken) is not { } person)
        {
            return Refuse(StatusCodes.Status404NotFound, Texts.SignInGone);
        }

        await person.StartAsync(context);
        return Results.LocalRedirect(Pages.Contains(to, StringComparer.Ordinal) ? to : Pages[0]);
    }
}
