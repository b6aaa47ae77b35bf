using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Cli.Authoring;

/// <summary>Makes the files that an author starts from. It never overwrites one.</summary>
internal static class ContentNewCommand
{
    private const string FirstExercise = "explain-feature-flag";
    private const string Advice = "These pass “content check” as they are. Replace the texts by yours, and run it again.";

    public static async Task<int> PathAsync(string? folder, string id, CancellationToken cancellationToken)
    {
        if (!ContentSource.IsId(id))
        {
            return await RefuseAsync($"“{id}” is no id: use small letters, digits and hyphens, as in release-engineer.");
        }

        var path = $"paths/{id}";
        return await NewFiles.WriteAsync(
            ContentSource.FindConfigured(folder is null ? [] : [folder]),
            [
                new($"{path}/path.yaml", ContentTemplates.Path(id, FirstExercise, [new VocabularyCategory { Category = "Core", Terms = [ContentTemplates.Term] }])),
                new($"{path}/terms.yaml", ContentTemplates.Terms),
                new($"{path}/exercises/{FirstExercise}.yaml", ContentTemplates.Exercise(FirstExercise, ExerciseKind.Explain, ContentTemplates.Topic, ContentTemplates.Term)),
            ],
            Advice,
            cancellationToken);
    }

    /// <param name="name"><c>path/exercise</c>.</param>
    public static async Task<int> ExerciseAsync(string? folder, string name, ExerciseKind kind, CancellationToken cancellationToken)
    {
        if (name.Split('/') is not [var pathId, var id] || !ContentSource.IsId(pathId) || !ContentSource.IsId(id))
        {
            return await RefuseAsync($"“{name}” names no exercise: write <path>/<exercise>, as in release-engineer/explain-rollback.");
        }

        var content = ContentSource.FindConfigured(folder is null ? [] : [folder]);
        var files = await content.ReadAsync(cancellationToken);
        var reading = ContentReader.Read([.. files.Where(file => file.Name.StartsWith($"paths/{pathId}/", StringComparison.Ordinal))]);
        if (reading.Paths is not [var path] || path.Topics.Count == 0 || path.Terms.Count == 0)
        {
            return await RefuseAsync($"The path {pathId} is not there, or has faults: make it with “content new path {pathId}”, or see what “content check” says of it.");
        }

        return await NewFiles.WriteAsync(
            content, [new($"paths/{pathId}/exercises/{id}.yaml", ContentTemplates.Exercise(id, kind, path.Topics[0].Id, path.Terms[0].Id))], Advice, cancellationToken);
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLine.Failed;
    }
}
