using System.Text.Json;

namespace ChatCoachBot.Slack.Api;

/// <summary>What the Web API answered.</summary>
/// <param name="Error">Slack's word for what was wrong; null when it was done.</param>
/// <param name="RetryAfter">How long Slack wants to be left alone, when it said so.</param>
/// <param name="Scopes">What the token may do, as Slack lists it; empty where it does not.</param>
internal sealed record SlackResponse(string? Error, JsonElement Body, TimeSpan? RetryAfter = null, string Scopes = "")
{
    public bool IsOk => Error is null;

    /// <summary>A text of the answer, by the names that lead to it; null when there is none.</summary>
    public string? Text(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public int? Number(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    public bool Is(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.True };

    public IEnumerable<JsonElement> List(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private JsonElement? Find(ReadOnlySpan<string> path)
    {
        var at = Body;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }
}
