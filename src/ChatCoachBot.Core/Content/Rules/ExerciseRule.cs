namespace ChatCoachBot.Core.Content.Rules;

/// <summary>A rule that looks at each exercise alone.</summary>
internal abstract class ExerciseRule : ContentRule
{
    public sealed override IEnumerable<Fault> Check(PathFolder folder) => folder.Exercises.SelectMany(Check);

    public abstract IEnumerable<Fault> Check(Document<Exercise> exercise);
}
