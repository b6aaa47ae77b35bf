using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Cli.Lines;

/// <summary>Compiles what lines name: exercises from their files, and rubrics that a line brings along.</summary>
internal sealed class ExerciseShelf(string? contentPath)
{
    private ContentSource? _content;

    /// <param name="name"><c>path/exercise</c>.</param>
    /// <exception cref="FormatException">There is no such exercise, or it cannot be graded by.</exception>
    public async Task<ExerciseGrader> CompileAsync(string name, CancellationToken cancellationToken)
    {
        if (name.Split('/') is not [var path, var id] || await FindAsync(path, id, cancellationToken) is not var (exercise, terms))
        {
            throw new FormatException("There is no such exercise: name it <path>/<id>, as its file is named below content/paths.");
        }

        var reading = ExerciseReader.Read(exercise, terms);
        return reading.Exercise is { } found ? ExerciseGrader.Compile(found, reading.Terms) : throw new FormatException(First(reading.Faults));
    }

    /// <exception cref="FormatException">It is no rubric; the message says where and why.</exception>
    public static ExerciseGrader CompileRubric(string json, string? question)
    {
        var reading = RubricReader.Read(json);
        return ExerciseGrader.Compile(
            new Exercise
            {
                Id = "rubric",
                Kind = ExerciseKind.Explain,
                Topic = "any",
                Prompt = question ?? "",
                ModelAnswer = "",
                Rubric = reading.Rubric ?? throw new FormatException(First(reading.Faults)),
            },
            []);
    }

    private async Task<(ContentFile Exercise, IReadOnlyList<ContentFile> Terms)?> FindAsync(string path, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await (_content ??= ContentSource.FindConfigured(contentPath is null ? [] : [contentPath])).ReadAsync(path, id, cancellationToken);
        }
        catch (StartupException problem)
        {
            throw new FormatException(problem.Message, problem);
        }
    }

    private static string First(IReadOnlyList<Fault> faults) => faults.Count > 0 ? faults[0].ToString() : "It has no rubric.";
}
