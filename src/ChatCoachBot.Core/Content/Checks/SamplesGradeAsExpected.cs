using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>Each sample gets the verdict it expects and, when it names them, exactly its points and misconceptions.</summary>
internal sealed class SamplesGradeAsExpected : SampleRule
{
    public override IEnumerable<Fault> Check(GradedExercise graded)
    {
        foreach (var (index, sample, grade) in graded.Samples)
        {
            if (!IsAsExpected(sample, grade))
                yield return graded.Document.Fault($"samples[{index}]", $"The sample expects {Expected(sample)} but the grader says {GradeText.Of(grade)}.");
        }
    }

    private static bool IsAsExpected(Sample sample, Grade grade) => sample.Expect == grade.Verdict
        && IsSame(sample.Points, grade.Points.Where(point => point.Met).Select(point => point.Id))
        && IsSame(sample.Misconceptions, grade.Misconceptions.Select(misconception => misconception.Id));

    private static bool IsSame(IReadOnlyList<string>? expected, IEnumerable<string> actual) => expected is null || actual.ToHashSet(StringComparer.Ordinal).SetEquals(expected);

    private static string Expected(Sample sample)
    {
        var verdict = sample.Expect.ToString().ToLowerInvariant();
        var points = sample.Points switch
        {
            null => "",
            [] => " with no point",
            var ids => " with " + string.Join(", ", ids),
        };
        var misconceptions = sample.Misconceptions switch
        {
            null => "",
            [] => " and no misconception",
            var ids => " and the misconceptions " + string.Join(", ", ids),
        };
        return verdict + points + misconceptions;
    }
}
