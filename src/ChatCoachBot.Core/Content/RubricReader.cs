using System.Text.Json.Nodes;
using ChatCoachBot.Core.Content.Rules;
using ChatCoachBot.Core.Content.Schemas;
using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>Reads a rubric that comes alone, in YAML or JSON, under all that holds for a rubric in an exercise.</summary>
public static class RubricReader
{
    public static RubricReading Read(string text)
    {
        var rubric = YamlReader.Read(new ContentFile("rubric", text), "rubric");
        if (!rubric.IsReadable)
            return new RubricReading(null, rubric.Faults);

        var faults = new List<Fault>();
        var exercise = ExerciseReader.Read<Exercise>(rubric with { Root = ExerciseAround(rubric.Root) }, ContentSchema.Exercise, faults);
        if (exercise is not null)
            faults.AddRange(ContentRule.OfExercises.SelectMany(rule => rule.Check(exercise)));
        return new RubricReading(faults.Count == 0 ? exercise?.Value.Rubric : null, Fault.InOrder(faults));
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
