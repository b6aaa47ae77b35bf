using ChatCoachBot.Core.Grading.Negation;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Rubrics;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>
/// Who only says that he does what he was told to do must not come far: the words of the task itself earn less than half of the pass mark.
/// The task is the prompt's last paragraph without what it quotes. What stands before is the situation, whose facts an answer passes on.
/// </summary>
internal static class TaskEarnsLittle
{
    private const double TooMuch = 0.5;

    /// <param name="exercise">One whose phrases are all valid.</param>
    public static IEnumerable<Fault> Check(Document<Exercise> exercise, Glossary glossary)
    {
        // The task of a usage names the words that are to be used.
        if (exercise.Value is not { Rubric: { } rubric, Kind: not ExerciseKind.Usage })
            yield break;
        var compiler = new PhraseCompiler(glossary);
        var points = rubric.Points.Select(point => (Point: point, Criterion: Criterion.Compile(point.Id, point.Any, point.All, compiler))).ToList();
        var task = Task(exercise.Value.Prompt);
        var reading = Grading.Reading.Of(task, task.Length, compiler.Words.Build());
        NegationPass.Mark(reading);
        var met = points.Select(point => (point.Point, Match: point.Criterion.Find(reading, MentionRule.Said))).Where(point => point.Match is not null).ToList();
        if (met.Sum(point => point.Point.Weight) < TooMuch * rubric.Pass * rubric.Points.Sum(point => point.Weight))
            yield break;
        var words = string.Join("; ", met.Select(point => $"{point.Point.Id} by “{reading.EvidenceOf(point.Match!.Value).Text.ReplaceLineEndings(" ")}”"));
        yield return exercise.Warning("prompt", $"The words of the task alone earn half of the pass mark ({words}); ask for more in these points, or put the task in other words.");
    }

    private static string Task(string prompt)
    {
        var paragraphs = prompt.ReplaceLineEndings("\n").Trim().Split("\n\n");
        return string.Join('\n', paragraphs[^1].Split('\n').Where(line => !line.TrimStart().StartsWith('>')));
    }
}
