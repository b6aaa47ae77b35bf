using System.Text.Json;
using System.Text.Json.Serialization;
using ChatCoachBot.Teams.Rendering;

namespace ChatCoachBot.Teams.Sending;

/// <summary>An activity on its way out.</summary>
internal sealed record OutgoingActivity(string Type)
{
    public ConnectorAccount? From { get; init; }

    public ConnectorAccount? Recipient { get; init; }

    public ConnectorConversation? Conversation { get; init; }

    public string? Text { get; init; }

    /// <summary><c>plain</c>, where no sign of the text means anything.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows of a card.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<OutgoingAttachment>? Attachments { get; init; }
}

internal sealed record ConnectorAccount(string Id);

internal sealed record ConnectorConversation(string Id);

internal sealed record OutgoingAttachment(AdaptiveCard Content)
{
    public string ContentType { get; } = AdaptiveCard.ContentType;
}

/// <summary>Opens a conversation with one person.</summary>
internal sealed record NewConversation(ConnectorAccount Bot, IReadOnlyList<ConnectorAccount> Members, string? TenantId, NewConversationData? ChannelData, bool IsGroup = false);

internal sealed record NewConversationData(ConnectorAccount Tenant);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutgoingActivity))]
[JsonSerializable(typeof(NewConversation))]
internal sealed partial class ConnectorJson : JsonSerializerContext;

/// <summary>What the connector answered.</summary>
/// <param name="Id">The id of what was made, when it was.</param>
/// <param name="Code">The connector's error code, or <c>http_</c> and the status; null when all is well.</param>
internal sealed record ConnectorAnswer(string? Id, string? Code, int Status, TimeSpan? RetryAfter = null)
{
    public bool IsOk => Code is null;

    /// <summary>Teams takes it later (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).</summary>
    public bool IsForNow => Status is 0 or 401 or 412 or 429 or 502 or 503 or 504;

    /// <summary>Nothing is taken for this conversation until somebody has seen to it: the app is not there any more, or was blocked.</summary>
    public bool IsGone => Status is 403 or 404;

    public static string? IdOf(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string CodeOf(byte[] body, int status)
    {
        try
        {
            return JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String && code.GetString() is { Length: > 0 and <= 64 } named && named.All(char.IsAsciiLetterOrDigit)
                ? named
                : $"http_{status}";
        }
        catch (JsonException)
        {
            return $"http_{status}";
        }
    }
}
