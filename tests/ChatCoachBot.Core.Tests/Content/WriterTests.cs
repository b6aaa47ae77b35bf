using System.Text.Json;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>What is written as a file is read back as it was.</summary>
public static class WriterTests
{
    private static IReadOnlyList<LearningPath> Paths { get; } = ContentReader.Read(ShippedContentTests.Files()).Paths;

    [Fact]
    public static void Every_shipped_exercise_is_read_back_as_it_was()
    {
        foreach (var exercise in Paths.SelectMany(path => path.Exercises))
        {
            var file = new ContentFile($"paths/p/exercises/{exercise.Id}.yaml", ExerciseWriter.Write(exercise));
            var reading = ExerciseReader.Read(file, [new ContentFile("paths/p/terms.yaml", "[]")]);

            reading.Faults.ShouldBeEmpty();
            JsonSerializer.Serialize(reading.Exercise).ShouldBe(JsonSerializer.Serialize(exercise));
        }
    }

    [Fact]
    public static void Every_shipped_glossary_is_read_back_as_it_was()
    {
        foreach (var path in Paths)
        {
            var terms = new ContentFile("paths/p/terms.yaml", TermsWriter.Header + TermsWriter.Write(path.Terms));
            var reading = ExerciseReader.Read(new ContentFile("paths/p/exercises/x.yaml", ExerciseWriter.Write(path.Exercises[0])), [terms]);

            reading.Faults.ShouldBeEmpty();
            JsonSerializer.Serialize(reading.Terms).ShouldBe(JsonSerializer.Serialize(path.Terms));
        }
    }

    [Theory]
    [InlineData("no")]
    [InlineData("12:30")]
    [InlineData("  indented")]
    [InlineData("- a\n- b")]
    [InlineData("one\n\n\ntwo\n")]
    [InlineData("trailing \nblank")]
    [InlineData("# comment: \"quoted\" 'single' \\ {x} [y] *z &a !b %c @d `e`")]
    [InlineData("é 🙂 \u2028 \u0085 \t tab")]
    [InlineData("---\n...")]
    public static void Any_text_is_read_back_as_it_was(string text)
    {
        var exercise = GoodExercise with { Prompt = text, ModelAnswer = text, Audience = text };
        var reading = ExerciseReader.Read(new ContentFile("paths/p/exercises/choice-x.yaml", ExerciseWriter.Write(exercise)), [new ContentFile("paths/p/terms.yaml", "[]")]);

        reading.Faults.ShouldBeEmpty();
        (reading.Exercise!.Prompt, reading.Exercise.ModelAnswer, reading.Exercise.Audience).ShouldBe((text, text, text));
    }

    private static readonly Exercise GoodExercise = new()
    {
        Id = "choice-x",
        Kind = ExerciseKind.Choice,
        Topic = "true",
        Prompt = "",
        ModelAnswer = "",
        Options = [new Option { Text = "yes", Correct = true, Why = "1" }, new Option { Text = "null", Why = "~" }],
    };
}
