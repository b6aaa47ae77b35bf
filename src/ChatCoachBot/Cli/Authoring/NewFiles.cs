using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Cli.Authoring;

/// <summary>Writes files for authors: all of them, and none over another.</summary>
internal static class NewFiles
{
    public static async Task<int> WriteAsync(ContentSource content, IReadOnlyList<ContentFile> files, string advice, CancellationToken cancellationToken)
    {
        var places = files.Select(file => Path.Combine(content.WritableFolder, file.Name)).ToList();
        if (places.Find(File.Exists) is { } there)
        {
            await Console.Error.WriteLineAsync($"{there} is there already; choose another id.");
            return CommandLine.Failed;
        }

        try
        {
            foreach (var (file, place) in files.Zip(places))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                await File.WriteAllTextAsync(place, file.Text, cancellationToken);
                Console.WriteLine(place);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"I cannot write below {content.WritableFolder}: {problem.Message}", problem);
        }

        Console.WriteLine(advice);
        return 0;
    }
}
