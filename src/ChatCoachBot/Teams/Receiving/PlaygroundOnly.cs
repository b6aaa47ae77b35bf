using System.Net.Http.Headers;
using System.Net.Mime;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>Who is answered without a token: a program on this machine, and no page that a browser on it has open.</summary>
internal static class PlaygroundOnly
{
    /// <returns>Why a request is refused; null for one that is answered.</returns>
    public static (int Status, string Sentence)? Problem(HttpContext context) =>
        !ThisMachine.Asks(context) || context.Request.Headers.ContainsKey("Origin")
            ? (StatusCodes.Status403Forbidden, "Without a token only a program on this machine is answered.")
            // A page of any site may post other kinds without asking first.
            : !IsJson(context.Request.ContentType) ? (StatusCodes.Status415UnsupportedMediaType, "An activity is application/json.") : null;

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && MediaTypeNames.Application.Json.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase);
}
