using ChatCoachBot.Core.Dialog;
using ChatCoachBot.OwnData;
using ChatCoachBot.Web.Pages;
using ChatCoachBot.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ChatCoachBot.Web.OwnData;

/// <summary>A learner's own data, for whoever has the link: the page that says what each file is, and the files.</summary>
internal static class OwnDataEndpoints
{
    public static void MapOwnData(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup("/my-data/{secret:maxlength(100)}").AddEndpointFilter<KnownAddressOnly>().RequireRateLimiting(WebServices.SignIns);
        links.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], PageAsync);
        foreach (var file in OwnDataFile.All)
        {
            links.MapMethods($"/{file.Name}", [HttpMethods.Get, HttpMethods.Head], (string secret, HttpContext context, OwnDataLinks found, OwnDataSource source, CancellationToken cancellationToken) =>
                DownloadAsync(file, secret, context, found, source, cancellationToken));
        }
    }

    private static async Task<IResult> PageAsync(string secret, HttpContext context, OwnDataLinks links, CancellationToken cancellationToken)
    {
        KeepPrivate(context);
        return await links.FindAsync(secret, cancellationToken) is { } code
            ? new RazorComponentResult<OwnDataPage>(new Dictionary<string, object?>
            {
                [nameof(OwnDataPage.Secret)] = secret,
                [nameof(OwnDataPage.End)] = code.ExpiresAt,
            })
            : Refuse();
    }

    /// <summary>Writes to the browser as it reads: a fault on the way breaks the download off, so that half a file does not pass for a whole one.</summary>
    private static async Task<IResult> DownloadAsync(
        OwnDataFile file, string secret, HttpContext context, OwnDataLinks links, OwnDataSource source, CancellationToken cancellationToken)
    {
        KeepPrivate(context);
        if (await links.FindAsync(secret, cancellationToken) is not { } code)
        {
            return Refuse();
        }

        var response = context.Response;
        response.ContentType = file.MediaType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file.Name }.ToString();
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Results.Empty;
        }

        await file.WriteAsync(source, code.LearnerId, response.BodyWriter, cancellationToken);
        return Results.Empty;
    }

    /// <summary>Beside the headers that every page has.</summary>
    private static void KeepPrivate(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    private static IResult Refuse() => SignInEndpoints.Refuse(StatusCodes.Status404NotFound, Texts.ExportGone);
}
