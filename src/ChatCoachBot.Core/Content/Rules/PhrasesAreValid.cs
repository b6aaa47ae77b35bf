using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Content.Rules;

/// <summary>The grader understands each key phrase.</summary>
internal sealed class PhrasesAreValid : ExerciseRule
{
    public override IEnumerable<Fault> Check(Document<Exercise> exercise)
    {
        foreach (var (pointer, phrase) in ExercisePhrases.Of(exercise.Value))
        {
            // An empty one is the schema's fault already.
            if (!string.IsNullOrWhiteSpace(phrase) && !KeyPhrase.TryParse(phrase, out _, out var error))
                yield return exercise.Fault(pointer, error);
        }
    }
}
