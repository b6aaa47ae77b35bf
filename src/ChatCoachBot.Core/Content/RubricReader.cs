using System.Text.Json.Nodes;
using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>
/// Reads a rubric that comes alone, in YAML or JSON, under all that holds for a rubric in an exercise; only what a learner reads may be left
/// out, since nobody may be there to read it.
/// </summary>
public static class RubricReader
{
    private const string NoText = "-";

    public static RubricReading Read(string text)
    {
        var rubric = YamlReader.Read(new ContentFile("rubric", text), "rubric");
        if (!rubric.IsReadable)
            return new RubricReading(null, rubric.Faults);

        AddTexts(rubric.Root);
        var faults = new List<Fault>();
        var exercise = ExerciseReader.Read(rubric with { Root = ExerciseAround(rubric.Root) }, faults);
        return new RubricReading(faults.Count == 0 ? exercise?.Rubric : null, Fault.InOrder(faults));
    }

    private static void AddTexts(JsonNode? rubric)
    {
        if (rubric is not JsonObject parts)
            return;
        AddTexts(parts["points"], "met", "missed", "hint");
        AddTexts(parts["misconceptions"], "feedback");
    }

    private static void AddTexts(JsonNode? list, params ReadOnlySpan<string> keys)
    {
        if (list is not JsonArray items)
            return;
        foreach (var item in items.OfType<JsonObject>())
        {
            foreach (var key in keys)
                item.TryAdd(key, NoText);
        }
    }

    private static JsonObject ExerciseAround(JsonNode? rubric) => new()
    {
        ["id"] = "rubric",
        ["kind"] = "explain",
        ["topic"] = "any",
        ["prompt"] = "Any.",
        ["modelAnswer"] = "Any.",
        ["rubric"] = rubric,
    };
}

/// <param name="Rubric">Null when there is a fault.</param>
public sealed record RubricReading(Rubric? Rubric, IReadOnlyList<Fault> Faults);
