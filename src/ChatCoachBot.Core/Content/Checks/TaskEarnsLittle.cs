using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>
/// Who only says that he does what he was told to do must not come far: the words of the task itself earn less than half of the pass mark.
/// The task is the prompt's last paragraph without what it quotes. What stands before is the situation, whose facts an answer passes on.
/// </summary>
internal sealed class TaskEarnsLittle : SampleRule
{
    private const double TooMuch = 0.5;

    public override IEnumerable<Fault> Check(GradedExercise graded)
    {
        // The task of a usage names the words that are to be used.
        if (graded is not { Exercise: { Rubric: { } rubric, Kind: not ExerciseKind.Usage }, Grader: RubricGrader grader })
            yield break;
        var met = rubric.Points.Zip(grader.Mentions(Task(graded.Exercise.Prompt)), (point, words) => (Point: point, Words: words)).Where(point => point.Words is not null).ToList();
        if (met.Sum(point => point.Point.Weight) < TooMuch * rubric.Pass * rubric.Points.Sum(point => point.Weight))
            yield break;
        var by = string.Join("; ", met.Select(point => $"{point.Point.Id} by “{point.Words!.Text.ReplaceLineEndings(" ")}”"));
        yield return graded.Document.Warning("prompt", $"The words of the task alone earn half of the pass mark ({by}); ask for more in these points, or put the task in other words.");
    }

    private static string Task(string prompt)
    {
        var paragraphs = prompt.ReplaceLineEndings("\n").Trim().Split("\n\n");
        return string.Join('\n', paragraphs[^1].Split('\n').Where(line => !line.TrimStart().StartsWith('>')));
    }
}
