namespace ChatCoachBot.Core.Content.Rules;

/// <summary>No two points of a rubric have one id, nor two misconceptions: samples and grades name them by it.</summary>
internal sealed class RubricIdsAreUnique : ExerciseRule
{
    public override IEnumerable<Fault> Check(Document<Exercise> exercise) => exercise.Value.Rubric is not { } rubric
        ? []
        : IdsAreUnique.Repeated(exercise, "rubric.points", rubric.Points.Select(point => point.Id))
            .Concat(IdsAreUnique.Repeated(exercise, "rubric.misconceptions", rubric.Misconceptions.Select(misconception => misconception.Id)));
}
