using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Content.Rules;

/// <summary>
/// What is named is there. The path after this one may be unwritten yet, and what a term is confused with need not be a term.
/// </summary>
internal sealed class ReferencesExist : ContentRule
{
    public override IEnumerable<Fault> Check(PathFolder folder) => [.. OfPath(folder), .. folder.Exercises.SelectMany(exercise => OfExercise(exercise, folder))];

    private static IEnumerable<Fault> OfPath(PathFolder folder)
    {
        if (folder.Path is not { } path)
            return [];
        return Dangling(path, "spotlight", path.Value.Spotlight, "term", folder.TermIds)
            .Concat(path.Value.Vocabulary.Index().SelectMany(category =>
                Dangling(path, $"vocabulary[{category.Index}].terms", category.Item.Terms, "term", folder.TermIds)))
            .Concat(Dangling(path, "scenarios", path.Value.Scenarios, "exercise", folder.ExerciseIds));
    }

    private static IEnumerable<Fault> OfExercise(Document<Exercise> exercise, PathFolder folder)
    {
        if (Unknown(exercise.Value.Topic, "topic", folder.TopicIds) is { } message)
            yield return exercise.Fault("topic", message);
        foreach (var fault in Dangling(exercise, "terms", exercise.Value.Terms, "term", folder.TermIds))
            yield return fault;
    }

    private static IEnumerable<Fault> Dangling<T>(Document<T> document, string list, IEnumerable<string> ids, string kind, IReadOnlySet<string>? known)
    {
        foreach (var (index, id) in ids.Index())
        {
            if (Unknown(id, kind, known) is { } message)
                yield return document.Fault($"{list}[{index}]", message);
        }
    }

    private static string? Unknown(string id, string kind, IReadOnlySet<string>? known)
    {
        if (known is null || known.Contains(id))
            return null;
        return Nearest.To(id, known) is { } nearest
            ? $"There is no {kind} '{id}' in this path; did you mean '{nearest}'?"
            : $"There is no {kind} '{id}' in this path; write it, or name another.";
    }
}
