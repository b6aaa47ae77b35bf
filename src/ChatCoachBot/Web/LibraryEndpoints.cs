using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ChatCoachBot.Web;

/// <summary>The paths and the glossary to read in, with what the visitor knows already marked.</summary>
internal static class LibraryEndpoints
{
    private const int LongestForm = 16 * 1024;

    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/").AddEndpointFilter<LoopbackOnly>();
        pages.MapGet("/paths", PathsAsync);
        pages.MapGet("/paths/{id}", PathAsync);
        pages.MapGet("/glossary", GlossaryAsync);
        pages.MapPost("/chat/scenarios", StartAsync)
            .RequireRateLimiting(WebServices.Messages)
            .WithMetadata(new RequestSizeLimitAttribute(LongestForm))
            .DisableAntiforgery();
    }

    private static async Task<IResult> PathsAsync(HttpContext context, LibraryCache library, WebLearners learners, CancellationToken cancellationToken)
    {
        var (own, _) = await learners.FindAsync(Visitor.Of(context), cancellationToken);
        return Page<PathsPage>(new()
        {
            [nameof(PathsPage.Paths)] = library.Current.Paths,
            [nameof(PathsPage.Own)] = own,
        });
    }

    private static async Task<IResult> PathAsync(
        string id, HttpContext context, LibraryCache library, WebLearners learners, IAntiforgery antiForgery, CancellationToken cancellationToken)
    {
        if (library.Current.Path(id) is not { } path)
        {
            return Results.Text("There is no path of that name. See /paths for all of them.", statusCode: StatusCodes.Status404NotFound);
        }

        // Whoever starts a scenario here is somebody.
        var (_, known) = await learners.FindAsync(await Visitor.RecogniseAsync(context), cancellationToken);
        return Page<PathPage>(new()
        {
            [nameof(PathPage.Path)] = path,
            [nameof(PathPage.KnownTerms)] = known,
            [nameof(PathPage.Next)] = path.Info.Next.Select(library.Current.Path).OfType<PublishedPath>().ToList(),
            [nameof(PathPage.AntiForgery)] = antiForgery.GetAndStoreTokens(context),
        });
    }

    private static async Task<IResult> GlossaryAsync(
        HttpContext context, LibraryCache library, WebLearners learners, CancellationToken cancellationToken, [FromQuery] string q = "")
    {
        var (own, known) = await learners.FindAsync(Visitor.Of(context), cancellationToken);
        var searched = q.Trim();
        return Page<GlossaryPage>(new()
        {
            [nameof(GlossaryPage.Paths)] = library.Current.Paths,
            [nameof(GlossaryPage.Own)] = library.Current.Path(own),
            [nameof(GlossaryPage.KnownTerms)] = known,
            [nameof(GlossaryPage.Searched)] = searched.Length > GlossaryPage.LongestSearch ? searched[..GlossaryPage.LongestSearch] : searched,
        });
    }

    /// <summary>Says for the visitor what a button in the chat would say.</summary>
    private static async Task<IResult> StartAsync(HttpContext context, LibraryCache library, InboxStore inbox, IAntiforgery antiForgery, CancellationToken cancellationToken)
    {
        if (Visitor.Of(context) is not { } visitor || !context.Request.HasFormContentType || !await antiForgery.IsRequestValidAsync(context))
        {
            return Refuse(StatusCodes.Status401Unauthorized, Texts.PageGrownOld);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var key = form["exercise"].ToString();
        if (!Guid.TryParse(form["id"], out var id) || library.Current.Path(key.Split('/')[0])?.Exercise(key) is not { } exercise)
        {
            return Refuse(StatusCodes.Status400BadRequest, "That scenario is not here any more. Reload the page and choose another one.");
        }

        var said = $"scenario {exercise.Key}";
        await inbox.StoreAsync(new Incoming(WebChannel.Name, WebEvent.IdOf(visitor, id), Address: visitor, Sender: visitor, InboxKind.Said, said), cancellationToken);
        return Results.LocalRedirect("/");
    }

    private static RazorComponentResult<T> Page<T>(Dictionary<string, object?> parameters)
        where T : Microsoft.AspNetCore.Components.IComponent => new(parameters);

    private static IResult Refuse(int status, string sentence) => Results.Text(sentence, statusCode: status);
}
