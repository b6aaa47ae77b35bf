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
        using var graders = new GraderCache(new ExerciseShelf(contentPath));
        try
        {
            await RunAsync(input, output, graders, progress, cancellationToken);
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

            JsonSerializer.Serialize(buffered, await GradeAsync(GradeLine.Read(line), graders, cancellationToken), CliJson.Plain.GradedLine);
            await buffered.WriteAsync(NewLine, cancellationToken);
            progress.Report(++graded);
        }

        progress.End(graded);
    }

    private static async Task<GradedLine> GradeAsync(GradeLine line, GraderCache graders, CancellationToken cancellationToken)
    {
        if (line.Basis is null)
        {
            return new GradedLine { Id = line.Id, Error = line.Error };
        }

        try
        {
            return await graders.GetAsync(line.Basis, cancellationToken) switch
            {
                ({ } grader, _) => GradedLine.Of(line.Id, grader.Grade(line.Answer)),
                (_, var error) => new GradedLine { Id = line.Id, Error = error },
            };
        }
#pragma warning disable CA1031 // The edge: a fault of ours on one line must not cost the others their grades.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(fault.StackTrace);
            return new GradedLine { Id = line.Id, Error = $"The grader failed on this line with {fault.GetType().Name}. That is a fault of the program; please report it." };
        }
    }

    private static bool IsBlank(InputLine line) => !line.IsTooLong && line.Bytes.AsSpan().Trim(" \t\r"u8).IsEmpty;
}
