using System.Text;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Reviews;
using ChatCoachBot.Web.Pages;
using ChatCoachBot.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ChatCoachBot.Web.Review;

/// <summary>The page of disputed grades, what reviewers post, and the rubrics with what they added.</summary>
internal static class ReviewEndpoints
{
    private const string Address = "/review";

    public static void MapReview(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/").AddEndpointFilter<KnownAddressOnly>();
        pages.MapGet(Address, PageAsync);
        pages.MapGet("/review/patch/{path}/{exercise}.yaml", PatchAsync);
        pages.MapPost("/review/{id:guid}", DecideAsync)
            .RequireRateLimiting(WebServices.Messages)
            .WithMetadata(new RequestSizeLimitAttribute(ReviewForm.LongestBody))
            .DisableAntiforgery();
    }

    private static async Task<IResult> PageAsync(HttpContext context, ReviewDesk desk, IAntiforgery antiForgery, CancellationToken cancellationToken, [FromQuery] string page = "")
    {
        if (await ReviewerAsync(context, desk, cancellationToken) is not { } reviewer)
        {
            return SignInEndpoints.Refuse(StatusCodes.Status401Unauthorized, Texts.SignInToReview);
        }

        return new RazorComponentResult<ReviewPage>(new Dictionary<string, object?>
        {
            [nameof(ReviewPage.Queue)] = await desk.ReadAsync(reviewer, int.TryParse(page, out var number) ? number : 1, cancellationToken),
            [nameof(ReviewPage.AntiForgery)] = antiForgery.GetAndStoreTokens(context),
        });
    }

    private static async Task<IResult> DecideAsync(Guid id, HttpContext context, ReviewDesk desk, IAntiforgery antiForgery, CancellationToken cancellationToken)
    {
        if (await ReviewerAsync(context, desk, cancellationToken) is not { } reviewer)
        {
            return SignInEndpoints.Refuse(StatusCodes.Status401Unauthorized, Texts.SignInToReview);
        }

        try
        {
            // Read first: whoever checks the token would take a form that is too long for a fault.
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
            if (form.Count == 0 || !await antiForgery.IsRequestValidAsync(context))
            {
                return Refuse(StatusCodes.Status401Unauthorized, Texts.PageGrownOld);
            }

            var (ruling, problem) = ReviewForm.Read(form);
            if (ruling is null)
            {
                return Refuse(StatusCodes.Status400BadRequest, problem);
            }

            return await desk.DecideAsync(reviewer, id, ruling, cancellationToken) is { } refused
                ? Refuse(Status(refused), refused)
                : Results.LocalRedirect(Address);
        }
        catch (Exception tooLong) when (tooLong is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, Texts.FormTooLong);
        }
    }

    private static async Task<IResult> PatchAsync(string path, string exercise, HttpContext context, ReviewDesk desk, CancellationToken cancellationToken)
    {
        if (await ReviewerAsync(context, desk, cancellationToken) is not { } reviewer)
        {
            return SignInEndpoints.Refuse(StatusCodes.Status401Unauthorized, Texts.SignInToReview);
        }

        return reviewer.May(path) && await desk.PatchAsync($"{path}/{exercise}", cancellationToken) is { } yaml
            ? Results.File(Encoding.UTF8.GetBytes(yaml), "application/yaml; charset=utf-8", $"{exercise}.yaml")
            : Refuse(StatusCodes.Status404NotFound, Texts.NoPatch);
    }

    private static async Task<Reviewer?> ReviewerAsync(HttpContext context, ReviewDesk desk, CancellationToken cancellationToken) =>
        await SignedIn.OfAsync(context) is { } person ? await desk.ReviewerAsync(person.LearnerId, person.IsAdmin, cancellationToken) : null;

    private static int Status(string refused) => refused switch
    {
        Texts.DisputeUnknown => StatusCodes.Status404NotFound,
        Texts.NotYourPath => StatusCodes.Status403Forbidden,
        Texts.DecidedAlready => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>For who may review: the page is there for another try.</summary>
    private static IResult Refuse(int status, string sentence) => SignInEndpoints.Refuse(status, sentence, new Link(Texts.BackToReview, Address));
}
