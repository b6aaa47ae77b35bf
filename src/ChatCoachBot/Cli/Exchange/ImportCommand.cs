using System.Text;
using ChatCoachBot.Cli.Authoring;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>Makes content files of another program's, and says what could not go over. It never overwrites a file.</summary>
internal static class ImportCommand
{
    private const int LargestFile = 10 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="name"><c>path/exercise</c>, which is to be.</param>
    public static Task<int> H5pAsync(string? folder, string file, string name, string? topic, CancellationToken cancellationToken) => RunAsync(
        folder,
        file,
        async (content, text) =>
        {
            if (name.Split('/') is not [var pathId, var id] || !ContentSource.IsId(pathId) || !ContentSource.IsId(id))
            {
                throw new FormatException($"“{name}” names no exercise: write <path>/<exercise>, as in release-engineer/explain-rollback.");
            }

            var (_, inTopic) = await FindAsync(content, pathId, topic, cancellationToken);
            var carried = H5pEssay.Read(text, id, inTopic);
            return new([Exercise(pathId, carried.Value)], carried.LeftBehind);
        },
        cancellationToken);

    public static Task<int> GiftAsync(string? folder, string file, string pathId, string? topic, CancellationToken cancellationToken) => RunAsync(
        folder,
        file,
        async (content, text) =>
        {
            var (path, inTopic) = await FindAsync(content, pathId, topic, cancellationToken);
            var carried = GiftReader.Read(text, inTopic, path.Exercises.Select(exercise => exercise.Id));
            return new([.. carried.Value.Select(exercise => Exercise(pathId, exercise))], carried.LeftBehind);
        },
        cancellationToken);

    /// <summary>The glossary makes a new path, with an exercise to start from.</summary>
    public static Task<int> CsvAsync(string? folder, string file, string pathId, CancellationToken cancellationToken) => RunAsync(
        folder,
        file,
        (_, text) =>
        {
            if (!ContentSource.IsId(pathId))
            {
                throw new FormatException($"“{pathId}” is no id: use small letters, digits and hyphens, as in release-engineer.");
            }

            var carried = GlossaryCsv.Read(text);
            var terms = carried.Value.Select(entry => entry.Term).ToList();
            var categories = carried.Value.GroupBy(entry => entry.Category, entry => entry.Term.Id)
                .Select(category => new VocabularyCategory { Category = category.Key, Terms = [.. category] }).ToList();
            var first = $"explain-{terms[0].Id}";
            return Task.FromResult(new Carried<IReadOnlyList<ContentFile>>(
                [
                    new($"paths/{pathId}/path.yaml", ContentTemplates.Path(pathId, first, categories)),
                    new($"paths/{pathId}/terms.yaml", TermsWriter.Header + TermsWriter.Write(terms)),
                    new($"paths/{pathId}/exercises/{first}.yaml", ContentTemplates.Exercise(first, ExerciseKind.Explain, ContentTemplates.Topic, terms[0].Id)),
                ],
                [.. carried.LeftBehind, "The exercise is a sample to start from: replace it by yours."]));
        },
        cancellationToken);

    private static ContentFile Exercise(string pathId, Exercise exercise) => new($"paths/{pathId}/exercises/{exercise.Id}.yaml", ExerciseWriter.Write(exercise));

    private static async Task<int> RunAsync(
        string? folder, string file, Func<ContentSource, string, Task<Carried<IReadOnlyList<ContentFile>>>> read, CancellationToken cancellationToken)
    {
        try
        {
            var content = ContentSource.FindConfigured(folder is null ? [] : [folder]);
            var made = await read(content, await ReadFileAsync(file, cancellationToken));
            var exitCode = await NewFiles.WriteAsync(content, made.Value, "See what “content check” says of these.", cancellationToken);
            if (exitCode == 0)
            {
                await Notes.TellAsync(made.LeftBehind);
            }

            return exitCode;
        }
        catch (FormatException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return CommandLine.Failed;
        }
    }

    private static async Task<(LearningPath Path, string Topic)> FindAsync(ContentSource content, string pathId, string? topic, CancellationToken cancellationToken)
    {
        var reading = ContentReader.Read(await content.ReadAsync(cancellationToken));
        var path = reading.Paths.FirstOrDefault(path => path.Id == pathId)
            ?? throw new FormatException($"The path {pathId} is not there, or has faults: make it with “content new path {pathId}”, or see what “content check” says.");
        return topic is null || path.Topics.Any(known => known.Id == topic)
            ? (path, topic ?? path.Topics[0].Id)
            : throw new FormatException($"The path {pathId} has no topic {topic}; it has {string.Join(", ", path.Topics.Select(known => known.Id))}.");
    }

    private static async Task<string> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(file).Length > LargestFile
                ? throw new FormatException($"{file} is larger than 10 MB: divide it.")
                : Strict.GetString(await File.ReadAllBytesAsync(file, cancellationToken)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException problem)
        {
            throw new FormatException($"{file} is not UTF-8: save it in that encoding.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{file} cannot be read: check that it exists and that you may read it.", problem);
        }
    }
}
