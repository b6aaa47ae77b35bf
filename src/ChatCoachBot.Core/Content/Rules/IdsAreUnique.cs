namespace ChatCoachBot.Core.Content.Rules;

/// <summary>
/// No id is given twice in one list. Paths and exercises need no look: their ids are the names of folders and files.
/// </summary>
internal sealed class IdsAreUnique : ContentRule
{
    public override IEnumerable<Fault> Check(PathFolder folder)
    {
        IEnumerable<Fault> faults = [];
        if (folder.Path is { } path)
            faults = faults.Concat(Repeated(path, "topics", path.Value.Topics.Select(topic => topic.Id)));
        return faults.Concat((folder.TermFiles ?? []).SelectMany(terms => Repeated(terms, "", terms.Value.Select(term => term.Id))));
    }

    internal static IEnumerable<Fault> Repeated<T>(Document<T> document, string list, IEnumerable<string> ids)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, id) in ids.Index())
        {
            var pointer = $"{list}[{index}].id";
            if (!first.TryAdd(id, index))
                yield return document.Fault(pointer, $"The id '{id}' is given twice (first on line {document.Positions.Of($"{list}[{first[id]}].id").Line}); rename one.");
        }
    }
}
