using System.Text.Json;

namespace ChatCoachBot.Tests.Slack.Driving;

/// <summary>A message as somebody in Slack sees it.</summary>
/// <param name="Channel">Where it is; a person's id is their direct conversation.</param>
/// <param name="OnlyFor">Who alone sees it; null when all do.</param>
public sealed record SlackPost(string Channel, string Ts, string? OnlyFor, string? Thread, JsonElement Body)
{
    /// <summary>The plain text for notifications.</summary>
    public string Text => Body.GetProperty("text").GetString()!;

    /// <summary>Every text of its blocks, in order, with a space between them.</summary>
    public string Shown => Shows(Body.GetProperty("blocks"));

    /// <summary>Labels of its buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. ButtonsOf(Body.GetProperty("blocks")).Select(LabelOf)];

    public JsonElement Button(string label) => ButtonsOf(Body.GetProperty("blocks")).First(button => LabelOf(button) == label);

    public static string Shows(JsonElement blocks) => string.Join(' ', blocks.EnumerateArray().SelectMany(Texts)).Replace("\n", " ", StringComparison.Ordinal);

    public static IEnumerable<JsonElement> ButtonsOf(JsonElement blocks) =>
        blocks.EnumerateArray()
            .Where(block => block.GetProperty("type").GetString() == "actions")
            .SelectMany(block => block.GetProperty("elements").EnumerateArray());

    public static string LabelOf(JsonElement button) => button.GetProperty("text").GetProperty("text").GetString()!;

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property is { Name: "text", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
