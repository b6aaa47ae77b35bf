using System.Globalization;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>A rubric is trusted when it is seen to pass, to fail and to tell what lies between.</summary>
internal sealed class SamplesAreEnough : SampleRule
{
    private const int Enough = 4;

    public override IEnumerable<Fault> Check(GradedExercise graded)
    {
        var samples = graded.Exercise.Samples;
        if (samples.Count == 0)
            return [graded.Document.Warning("", "The exercise has no samples; add answers and the verdicts they must get.")];
        if (graded.Exercise.Rubric is null)
            return [];
        if (samples.Count < Enough)
            return [graded.Document.Warning("samples", string.Create(CultureInfo.InvariantCulture, $"The rubric has fewer than {Enough} samples; add more."))];

        Verdict[] verdicts = [Verdict.Pass, Verdict.Partial, Verdict.Fail];
        return verdicts.Except(samples.Select(sample => sample.Expect))
            .Select(verdict => graded.Document.Warning("samples", $"No sample expects {verdict.ToString().ToLowerInvariant()}; add one."));
    }
}
