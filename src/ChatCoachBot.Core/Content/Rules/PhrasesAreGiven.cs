namespace ChatCoachBot.Core.Content.Rules;

/// <summary>A point or misconception without phrases would be met by every answer.</summary>
internal sealed class PhrasesAreGiven : ExerciseRule
{
    public override IEnumerable<Fault> Check(Document<Exercise> exercise)
    {
        if (exercise.Value.Rubric is not { } rubric)
            yield break;

        foreach (var (index, point) in rubric.Points.Index())
        {
            if (point.Any.Count == 0 && point.All.Count == 0)
                yield return exercise.Fault($"rubric.points[{index}]", $"The point '{point.Id}' has neither 'any' nor 'all'; give the phrases that meet it.");
        }

        foreach (var (index, misconception) in rubric.Misconceptions.Index())
        {
            if (misconception.Any.Count == 0 && misconception.All.Count == 0)
                yield return exercise.Fault($"rubric.misconceptions[{index}]", $"The misconception '{misconception.Id}' has neither 'any' nor 'all'; give the phrases that show it.");
        }
    }
}
