using System.Globalization;
using System.Net.Mime;
using ChatCoachBot.Charts;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Web.SignIn;

namespace ChatCoachBot.Web;

/// <summary>The pictures that links of <see cref="ChartLinks"/> lead to. Who fetches them is no visitor: a platform does, for whoever has the message.</summary>
internal static class ChartEndpoint
{
    public static void MapCharts(this IEndpointRouteBuilder routes) => routes
        .MapMethods(ChartLinks.Path + "/{token}.png", [HttpMethods.Get, HttpMethods.Head], Draw)
        .AddEndpointFilter<KnownAddressOnly>()
        .RequireRateLimiting(WebServices.Charts);

    private static IResult Draw(string token, HttpContext context, ChartLinks links, TimeProvider time)
    {
        var headers = context.Response.Headers;
        if (links.Open(token) is not { } found)
        {
            headers.CacheControl = "no-store";
            return Results.Text(Texts.ChartGone, statusCode: StatusCodes.Status404NotFound);
        }

        headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"private, max-age={(long)(found.ExpiresAt - time.GetUtcNow()).TotalSeconds}, immutable");
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(ChartDrawing.PngOf(found.Chart), MediaTypeNames.Image.Png);
    }
}
