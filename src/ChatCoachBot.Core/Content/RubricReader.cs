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

        var document = rubric with { Root = ExerciseAround(rubric.Root) };
        var faults = rubric.Faults.Concat(ContentSchema.Exercise.Validate(document)).ToList();
        var exercise = ContentJson.Read<Exercise>(document.Root);
        if (exercise is not null)
            faults.AddRange(ContentRule.OfExercises.SelectMany(rule => rule.Check(new Document<Exercise>(document.File, exercise, document.Positions))));
        return new RubricReading(faults.Count == 0 ? exercise?.Rubric : null, Fault.InOrder(faults));
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
