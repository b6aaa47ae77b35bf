using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatCoachBot.Web;

/// <summary>What the page posts.</summary>
/// <param name="Id">Made by the page, so that a post repeated after a lost connection is known again.</param>
/// <param name="Text">What the learner said; null when the page was opened for the first time.</param>
/// <param name="TimeZone">The browser's zone.</param>
internal sealed record WebMessage(Guid Id, string? Text, string? TimeZone)
{
    /// <summary>Bounds the request's body, in bytes: the longest text that is kept, in its longest JSON form, fits well.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <returns>The message, or the status and the sentence to refuse it with.</returns>
    public static async Task<(WebMessage? Message, int Status, string Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, WebJson.Default.WebMessage, cancellationToken) is { } message && message.Id != Guid.Empty
                ? (message, StatusCodes.Status200OK, "")
                : (null, StatusCodes.Status400BadRequest, Unreadable);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest, Unreadable);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, refused.StatusCode, "That message is too long to send. Shorten it to a few sentences.");
        }
    }

    private const string Unreadable = "I could not read that message. Reload the page and try again.";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebMessage))]
internal sealed partial class WebJson : JsonSerializerContext;
