using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>An exercise with what its grader says of its samples, in their order.</summary>
internal sealed record GradedExercise(Document<Exercise> Document, ExerciseGrader Grader, IReadOnlyList<Grade> Grades)
{
    public Exercise Exercise => Document.Value;

    public IEnumerable<(int Index, Sample Sample, Grade Grade)> Samples => Exercise.Samples.Zip(Grades).Select((pair, index) => (index, pair.First, pair.Second));
}
