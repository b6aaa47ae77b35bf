using System.Text.Json.Nodes;
using ChatCoachBot.Core.Content.Schemas;
using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>
/// One path as its files say it, for the rules to check. A part is null, or left out of <see cref="Exercises"/>, when its file
/// does not have the form that the schema asks for; the ids are those that can be made out all the same, so that one broken file
/// does not make every reference to it a fault as well. They are null where nothing can be made out.
/// </summary>
internal sealed record PathFolder
{
    private const int FaultLimit = 100;

    public required string Name { get; init; }

    /// <summary>How the names of its files begin.</summary>
    public string Prefix => PrefixOf(Name);

    public Document<LearningPath>? Path { get; init; }

    public Document<IReadOnlyList<Term>>? Terms { get; init; }

    public required IReadOnlyList<Document<Exercise>> Exercises { get; init; }

    /// <summary>False while an exercise cannot be read, which may be the very one that somebody misses.</summary>
    public bool HasAllExercises => Exercises.Count == ExerciseIds.Count;

    public IReadOnlySet<string>? TopicIds { get; init; }

    public IReadOnlySet<string>? TermIds { get; init; }

    public required IReadOnlySet<string> ExerciseIds { get; init; }

    public static PathFolder Read(PathFiles files, ICollection<Fault> faults)
    {
        foreach (var missing in files.Missing())
            faults.Add(missing);

        var path = Read(files.Path, ContentSchema.Path, faults);
        var terms = Read(files.Terms, ContentSchema.Terms, faults);
        var exercises = files.Exercises.Select(file => Read(file, ContentSchema.Exercise, faults)).ToList();
        return new PathFolder
        {
            Name = files.Name,
            Path = AsDocument<LearningPath>(path),
            Terms = AsDocument<IReadOnlyList<Term>>(terms),
            Exercises = [.. exercises.Select(AsDocument<Exercise>).OfType<Document<Exercise>>()],
            TopicIds = Ids((path?.Root as JsonObject)?["topics"]),
            TermIds = Ids(terms?.Root),
            ExerciseIds = files.Exercises.Select(file => ExerciseId(file.Name)).ToHashSet(StringComparer.Ordinal),
        };
    }

    public static string PrefixOf(string name) => $"paths/{name}/";

    public static string ExerciseId(string file) => file[(file.LastIndexOf('/') + 1)..^".yaml".Length];

    /// <summary>Null when a part is missing.</summary>
    public LearningPath? Whole() => Path is null || Terms is null
        ? null
        : Path.Value with { Terms = Terms.Value, Exercises = [.. Exercises.Select(exercise => exercise.Value)] };

    private static YamlDocument? Read(ContentFile? file, ContentSchema schema, ICollection<Fault> faults)
    {
        if (file is null)
            return null;
        var document = YamlReader.Read(file);
        foreach (var fault in FirstOf(document.IsReadable ? document.Faults.Concat(schema.Validate(document)) : document.Faults))
            faults.Add(fault);
        return document;
    }

    /// <summary>A file that is of another kind altogether could have a fault on each of its lines.</summary>
    private static IEnumerable<Fault> FirstOf(IEnumerable<Fault> faults) => faults.Take(FaultLimit + 1).Select((fault, index) => index < FaultLimit
        ? fault
        : fault with { Message = "There are more faults from here on; mend the others first." });

    private static Document<T>? AsDocument<T>(YamlDocument? document)
        where T : class => document is { IsReadable: true } && ContentJson.Read<T>(document.Root) is { } value
            ? new Document<T>(document.File, value, document.Positions)
            : null;

    private static HashSet<string>? Ids(JsonNode? list) => list is JsonArray items
        ? items.Select(item => (item as JsonObject)?["id"]).OfType<JsonValue>().Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal)
        : null;
}
