using System.Globalization;

namespace ChatCoachBot.Core.Content.Rules;

internal sealed class OneOptionIsCorrect : ExerciseRule
{
    public override IEnumerable<Fault> Check(Document<Exercise> exercise)
    {
        var correct = exercise.Value.Options.Count(option => option.Correct);
        if (exercise.Value.Options.Count == 0 || correct == 1)
            yield break;
        yield return exercise.Fault("options", correct == 0
            ? "No option is correct; give exactly one of them 'correct: true'."
            : string.Create(CultureInfo.InvariantCulture, $"{correct} options are correct; give exactly one of them 'correct: true'."));
    }
}
