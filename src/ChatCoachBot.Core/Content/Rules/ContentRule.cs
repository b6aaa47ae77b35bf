namespace ChatCoachBot.Core.Content.Rules;

/// <summary>One thing that must hold between parts of a path, beyond what the schema of each file says.</summary>
internal abstract class ContentRule
{
    public static IReadOnlyList<ContentRule> All { get; } =
    [
        new IdsFollowNames(),
        new IdsAreUnique(),
        new RubricIdsAreUnique(),
        new ReferencesExist(),
        new VocabularyHasEachTermOnce(),
        new KindHasItsParts(),
        new GapsFitText(),
        new OneOptionIsCorrect(),
        new PhrasesAreGiven(),
        new PhrasesAreValid(),
        new LimitsAreInOrder(),
        new SamplesNameKnownIds(),
    ];

    public static IEnumerable<ExerciseRule> OfExercises => All.OfType<ExerciseRule>();

    public abstract IEnumerable<Fault> Check(PathFolder folder);
}
