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
        if (folder.Terms is { } terms)
            faults = faults.Concat(Repeated(terms, "", terms.Value.Select(term => term.Id)));
        return faults.Concat(folder.Exercises.Where(exercise => exercise.Value.Rubric is not null).SelectMany(InRubric));
    }

    private static IEnumerable<Fault> InRubric(Document<Exercise> exercise)
    {
        var rubric = exercise.Value.Rubric!;
        return Repeated(exercise, "rubric.points", rubric.Points.Select(point => point.Id))
            .Concat(Repeated(exercise, "rubric.misconceptions", rubric.Misconceptions.Select(misconception => misconception.Id)));
    }

    private static IEnumerable<Fault> Repeated<T>(Document<T> document, string list, IEnumerable<string> ids)
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
