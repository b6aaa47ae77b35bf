using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>Writes content in the form of another program on standard output, and what could not go over on standard error.</summary>
internal static class ExportCommand
{
    public static Task<int> H5pAsync(string? folder, string name, CancellationToken cancellationToken) => RunAsync(
        folder, name.Split('/')[0], path => H5pEssay.Write(path.Exercises.FirstOrDefault(exercise => $"{path.Id}/{exercise.Id}" == name) ?? throw new FormatException(
            $"There is no exercise {name}: name it <path>/<exercise>, as its file is named.")), cancellationToken);

    public static Task<int> CsvAsync(string? folder, string pathId, CancellationToken cancellationToken) => RunAsync(folder, pathId, GlossaryCsv.Write, cancellationToken);

    public static Task<int> GiftAsync(string? folder, string pathId, CancellationToken cancellationToken) => RunAsync(folder, pathId, GiftWriter.Write, cancellationToken);

    private static async Task<int> RunAsync(string? folder, string pathId, Func<LearningPath, Carried<string>> write, CancellationToken cancellationToken)
    {
        var reading = ContentReader.Read(await ContentSource.FindConfigured(folder is null ? [] : [folder]).ReadAsync(cancellationToken));
        if (reading.Paths.FirstOrDefault(path => path.Id == pathId) is not { } path)
        {
            await Console.Error.WriteLineAsync($"The path {pathId} is not there, or has faults: see what “content check” says.");
            return CommandLine.Failed;
        }

        try
        {
            var carried = write(path);
            await Console.Out.WriteLineAsync(carried.Value.TrimEnd('\n'));
            await Notes.TellAsync(carried.LeftBehind);
            return 0;
        }
        catch (FormatException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return CommandLine.Failed;
        }
    }
}
