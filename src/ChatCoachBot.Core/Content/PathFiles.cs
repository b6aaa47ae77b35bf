namespace ChatCoachBot.Core.Content;

/// <summary>The files of one folder below <c>paths/</c>, before anything is read.</summary>
internal sealed record PathFiles(string Name, ContentFile? Path, ContentFile? Terms, IReadOnlyList<ContentFile> Exercises)
{
    private const string Layout = "paths/<path>/path.yaml, paths/<path>/terms.yaml and paths/<path>/exercises/<exercise>.yaml";

    /// <summary>Finds each file's place; a file that is no YAML, such as a README or a schema, is none of the reader's business.</summary>
    public static IReadOnlyList<PathFiles> Sort(IEnumerable<ContentFile> files, ICollection<Fault> faults)
    {
        var placed = new List<(string Path, string Place, ContentFile File)>();
        foreach (var file in files.Where(IsYaml).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (Place(file.Name) is { } place)
                placed.Add((place.Path, place.Place, file));
            else
                faults.Add(new Fault(file.Name, 1, 1, $"Nothing reads a file of this name here; content is in {Layout}."));
        }

        if (placed.Count == 0 && faults.Count == 0)
            faults.Add(new Fault("paths", 1, 1, $"There is no content here; it is expected in {Layout}."));
        return [.. placed.GroupBy(file => file.Path, StringComparer.Ordinal).Select(path => new PathFiles(
            path.Key,
            path.FirstOrDefault(file => file.Place == "path.yaml").File,
            path.FirstOrDefault(file => file.Place == "terms.yaml").File,
            [.. path.Where(file => file.Place == "exercises").Select(file => file.File)]))];
    }

    private string Prefix => PathFolder.PrefixOf(Name);

    public IEnumerable<Fault> Missing()
    {
        if (Path is null)
            yield return new Fault(Prefix + "path.yaml", 1, 1, "The file is missing; write the path's id, title, level, summary and topics in it.");
        if (Terms is null)
            yield return new Fault(Prefix + "terms.yaml", 1, 1, "The file is missing; write the path's glossary in it.");
        if (Exercises.Count == 0)
            yield return new Fault(Prefix + "exercises", 1, 1, "There are no exercises here; write each in a file of its own, named by its id.");
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
