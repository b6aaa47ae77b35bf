namespace ChatCoachBot.Core.Content.Checks;

/// <summary>One thing that must hold between an exercise and the grades of its samples.</summary>
internal abstract class SampleRule
{
    public abstract IEnumerable<Fault> Check(GradedExercise graded);
}
