namespace ChatCoachBot.Core.Content.Rules;

/// <summary>An exercise has what its kind is judged by, and nothing that would never be looked at.</summary>
internal sealed class KindHasItsParts : ExerciseRule
{
    public override IEnumerable<Fault> Check(Document<Exercise> exercise)
    {
        string[] needed = exercise.Value.Kind switch
        {
            ExerciseKind.Gap => ["text", "gaps"],
            ExerciseKind.Choice => ["options"],
            _ => ["rubric"],
        };
        var kind = exercise.Value.Kind.ToString().ToLowerInvariant();
        foreach (var (part, isGiven) in Parts(exercise.Value))
        {
            if (isGiven && !needed.Contains(part))
                yield return exercise.FaultOfKey(part, $"An exercise of kind '{kind}' has no '{part}'; remove it, or change the kind.");
            else if (!isGiven && needed.Contains(part))
                yield return exercise.Fault("kind", $"An exercise of kind '{kind}' needs '{part}'; add it, or change the kind.");
        }
    }

    private static IEnumerable<(string Part, bool IsGiven)> Parts(Exercise exercise) =>
    [
        ("rubric", exercise.Rubric is not null),
        ("text", exercise.Text is not null),
        ("gaps", exercise.Gaps.Count > 0),
        ("options", exercise.Options.Count > 0),
    ];
}
