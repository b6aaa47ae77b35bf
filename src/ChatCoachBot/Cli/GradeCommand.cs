using System.Text.Json;
using ChatCoachBot.Cli.Lines;

namespace ChatCoachBot.Cli;

/// <summary>Grades JSON Lines from one stream to another, in their order. A line that cannot be graded gets an error, and the rest goes on.</summary>
internal static class GradeCommand
{
    private static readonly byte[] NewLine = [(byte)'\n'];

    public static async Task<int> RunAsync(string? contentPath, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var progress = new GradeProgress(Console.Error, isShown: !Console.IsErrorRedirected, TimeProvider.System);
        try
        {
            await RunAsync(input, output, new GraderCache(new ExerciseShelf(contentPath)), progress, cancellationToken);
            return 0;
        }
        catch (IOException)
        {
            // Whoever read the grades has gone.
            return CommandLine.Failed;
        }
    }

    public static async Task RunAsync(Stream input, Stream output, GraderCache graders, GradeProgress progress, CancellationToken cancellationToken)
    {
        await using var buffered = new BufferedStream(output, 64 * 1024);
        var graded = 0L;
        await foreach (var line in new InputLines(input).ReadAsync(buffered.FlushAsync, cancellationToken))
        {
            if (IsBlank(line))
            {
                continue;
            }

            JsonSerializer.Serialize(buffered, Grade(GradeLine.Read(line), graders), GradedLineJson.Plain.GradedLine);
            await buffered.WriteAsync(NewLine, cancellationToken);
            progress.Report(++graded);
        }

        progress.End(graded);
    }

    private static GradedLine Grade(GradeLine line, GraderCache graders)
    {
        if (line.Basis is null)
        {
            return new GradedLine { Id = line.Id, Error = line.Error };
        }

        try
        {
            return graders.Get(line.Basis) switch
            {
                ({ } grader, _) => GradedLine.Of(line.Id, grader.Grade(line.Answer)),
                (_, var error) => new GradedLine { Id = line.Id, Error = error },
            };
        }
#pragma warning disable CA1031 // The edge: a fault of ours on one line must not cost the others their grades.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(fault.StackTrace);
            return new GradedLine { Id = line.Id, Error = $"The grader failed on this line with {fault.GetType().Name}. That is a fault of the program; please report it." };
        }
    }

    private static bool IsBlank(InputLine line) => !line.IsTooLong && line.Bytes.AsSpan().Trim(" \t\r"u8).IsEmpty;
}
