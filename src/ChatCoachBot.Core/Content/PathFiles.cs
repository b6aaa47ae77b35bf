namespace ChatCoachBot.Core.Content;

/// <summary>
/// The files of one path, before anything is read. They may lie in several content folders: one of them holds <c>path.yaml</c>, and any
/// can add exercises and terms to it, or say a term anew.
/// </summary>
/// <param name="Terms">A later file's terms take the place of an earlier one's.</param>
/// <param name="Faults">Files that are missing, or are there once too often.</param>
internal sealed record PathFiles(string Name, ContentFile? Path, IReadOnlyList<ContentFile> Terms, IReadOnlyList<ContentFile> Exercises, IReadOnlyList<Fault> Faults)
{
    private const string Layout = "paths/<path>/path.yaml, paths/<path>/terms.yaml and paths/<path>/exercises/<exercise>.yaml";

    /// <summary>Finds each file's place; a file that is no YAML, such as a README or a schema, is none of the reader's business.</summary>
    /// <param name="files">Folder after folder.</param>
    public static IReadOnlyList<PathFiles> Sort(IEnumerable<ContentFile> files, ICollection<Fault> faults)
    {
        var placed = new List<(string Path, string Place, ContentFile File)>();
        foreach (var file in files.Where(file => IsYaml(file) || file.Problem is not null).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (Place(file.Name) is { } place)
                placed.Add((place.Path, place.Place, file));
            else if (file.Problem is { } problem)
                faults.Add(new Fault(file.Title, 1, 1, problem));
            else
                faults.Add(new Fault(file.Title, 1, 1, $"Nothing reads a file of this name here; content is in {Layout}."));
        }

        if (placed.Count == 0 && faults.Count == 0)
            faults.Add(new Fault("paths", 1, 1, $"There is no content here; it is expected in {Layout}."));
        return [.. placed.GroupBy(file => file.Path, StringComparer.Ordinal).Select(path => Of(
            path.Key,
            [.. path.Where(file => file.Place == "path.yaml").Select(file => file.File)],
            [.. path.Where(file => file.Place == "terms.yaml").Select(file => file.File)],
            [.. path.Where(file => file.Place == "exercises").Select(file => file.File)]))];
    }

    private static PathFiles Of(string name, IReadOnlyList<ContentFile> paths, IReadOnlyList<ContentFile> terms, IReadOnlyList<ContentFile> exercises)
    {
        var faults = new List<Fault>();
        var folder = paths.Concat(terms).Concat(exercises).First() with { Name = $"paths/{name}/" };
        Need(paths, "path.yaml", "The file is missing; write the path's id, title, level, summary and topics in it.");
        Need(terms, "terms.yaml", "The file is missing; write the path's glossary in it.");
        Need(exercises, "exercises", "There are no exercises here; write each in a file of its own, named by its id.");
        Once(paths, "This path is in {0} already; here its exercises and terms can stand, but no path.yaml.");
        Once(exercises, "The exercise is in {0} already; give this one another id.");
        return new PathFiles(name, paths.Count == 0 ? null : paths[0], terms, [.. exercises.DistinctBy(file => file.Name, StringComparer.Ordinal)], faults);

        void Need(IReadOnlyList<ContentFile> there, string file, string message)
        {
            if (there.Count == 0)
                faults.Add(new Fault(folder.Title + file, 1, 1, message));
        }

        void Once(IEnumerable<ContentFile> there, string message)
        {
            foreach (var again in there.GroupBy(file => file.Name, StringComparer.Ordinal))
                faults.AddRange(again.Skip(1).Select(file => new Fault(file.Title, 1, 1, message.Replace("{0}", again.First().Title, StringComparison.Ordinal))));
        }
    }

    private static bool IsYaml(ContentFile file) =>
        file.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static (string Path, string Place)? Place(string name) => name.Split('/') switch
    {
        ["paths", var path, var file and ("path.yaml" or "terms.yaml")] => (path, file),
        ["paths", var path, "exercises", var exercise] when exercise.EndsWith(".yaml", StringComparison.Ordinal) => (path, "exercises"),
        _ => null,
    };
}
