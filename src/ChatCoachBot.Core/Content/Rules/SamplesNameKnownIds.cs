using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Content.Rules;

/// <summary>The points and misconceptions that a sample names are in the rubric.</summary>
internal sealed class SamplesNameKnownIds : ExerciseRule
{
    public override IEnumerable<Fault> Check(Document<Exercise> exercise)
    {
        if (exercise.Value.Rubric is not { } rubric)
            yield break;

        var points = rubric.Points.Select(point => point.Id).ToHashSet(StringComparer.Ordinal);
        var misconceptions = rubric.Misconceptions.Select(misconception => misconception.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, sample) in exercise.Value.Samples.Index())
        {
            foreach (var fault in Unknown(exercise, $"samples[{index}].points", sample.Points, "point", points))
                yield return fault;
            foreach (var fault in Unknown(exercise, $"samples[{index}].misconceptions", sample.Misconceptions, "misconception", misconceptions))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> Unknown(Document<Exercise> exercise, string list, IEnumerable<string>? ids, string kind, HashSet<string> known)
    {
        foreach (var (index, id) in (ids ?? []).Index())
        {
            if (known.Contains(id))
                continue;
            var meant = Nearest.To(id, known) is { } nearest ? $"did you mean '{nearest}'?" : "name one of the rubric, or remove it.";
            yield return exercise.Fault($"{list}[{index}]", $"The rubric has no {kind} '{id}'; {meant}");
        }
    }
}
