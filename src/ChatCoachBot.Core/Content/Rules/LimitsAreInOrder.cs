using System.Globalization;

namespace ChatCoachBot.Core.Content.Rules;

/// <summary>The pass mark is above the fail mark, and the fewest words are no more than the most.</summary>
internal sealed class LimitsAreInOrder : ExerciseRule
{
    public override IEnumerable<Fault> Check(Document<Exercise> exercise)
    {
        if (exercise.Value.Rubric is not { } rubric)
            yield break;

        var invariant = CultureInfo.InvariantCulture;
        if (rubric.Pass <= rubric.Fail)
            yield return exercise.Fault("rubric.pass", string.Create(invariant, $"The pass mark {rubric.Pass} must be above the fail mark {rubric.Fail}."));
        if (rubric.Language.Words is { Min: { } min, Max: { } max } && min > max)
            yield return exercise.Fault("rubric.language.words.min", string.Create(invariant, $"The fewest words ({min}) are more than the most ({max}); swap them."));
    }
}
