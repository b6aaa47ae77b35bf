using System.Text.Json;

namespace ChatCoachBot.Tests.Teams.Driving;

/// <summary>A message as it stands in Teams.</summary>
public sealed record TeamsPost(string Id, JsonElement Activity)
{
    public string Type => Activity.GetProperty("type").GetString()!;

    public JsonElement? Card => Activity.TryGetProperty("attachments", out var attachments) ? attachments[0].GetProperty("content") : null;

    /// <summary>All that a person reads in it, without the buttons.</summary>
    public string Shown => Card is { } card ? Read(card) : Activity.TryGetProperty("text", out var text) ? text.GetString()! : "";

    public string Summary => Activity.TryGetProperty("summary", out var summary) ? summary.GetString()! : "";

    public IReadOnlyList<string> Buttons => Card is { } card ? [.. Actions(card).Select(action => action.GetProperty("title").GetString()!)] : [];

    public bool HasInput => Card is { } card && CardRules.Elements(card).Any(element => element.GetProperty("type").GetString() == "Input.Text");

    public JsonElement Action(string title) => Actions(Card!.Value).Single(action => action.GetProperty("title").GetString() == title);

    public static string Read(JsonElement card) => string.Join(' ', CardRules.Elements(card)
        .Where(element => element.GetProperty("type").GetString() is "TextBlock" or "TextRun")
        .SelectMany(element => element.GetProperty("text").GetString()!.Replace("\\", "", StringComparison.Ordinal).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));

    private static IEnumerable<JsonElement> Actions(JsonElement card) => CardRules.Elements(card)
        .Where(element => element.GetProperty("type").GetString() == "ActionSet").SelectMany(set => set.GetProperty("actions").EnumerateArray());
}
