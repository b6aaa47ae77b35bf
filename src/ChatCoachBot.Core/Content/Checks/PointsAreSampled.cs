namespace ChatCoachBot.Core.Content.Checks;

/// <summary>A point is only tested when one sample meets it and another misses it.</summary>
internal sealed class PointsAreSampled : SampleRule
{
    public override IEnumerable<Fault> Check(GradedExercise graded)
    {
        if (graded.Exercise.Rubric is not { } rubric || graded.Grades.Count == 0)
            yield break;

        foreach (var (index, point) in rubric.Points.Index())
        {
            var isMet = graded.Grades.SelectMany(grade => grade.Points).Where(result => result.Id == point.Id).Select(result => result.Met).ToHashSet();
            if (!isMet.Contains(true))
                yield return graded.Document.Warning($"rubric.points[{index}]", $"No sample meets the point '{point.Id}'; add one that does.");
            if (!isMet.Contains(false))
                yield return graded.Document.Warning($"rubric.points[{index}]", $"No sample misses the point '{point.Id}'; add one that does.");
        }

        foreach (var (index, misconception) in rubric.Misconceptions.Index())
        {
            if (!graded.Grades.Any(grade => grade.Misconceptions.Any(result => result.Id == misconception.Id)))
                yield return graded.Document.Warning($"rubric.misconceptions[{index}]", $"No sample shows the misconception '{misconception.Id}'; add one that does.");
        }
    }
}
