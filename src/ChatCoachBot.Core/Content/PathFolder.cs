using System.Text.Json.Nodes;
using ChatCoachBot.Core.Content.Schemas;
using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>
/// One path as its files say it, in whichever content folders they lie, for the rules to check. A part is null, or left out of <see cref="Exercises"/>, when its file
/// does not have the form that the schema asks for; the ids are those that can be made out all the same, so that one broken file
/// does not make every reference to it a fault as well. They are null where nothing can be made out.
/// </summary>
internal sealed record PathFolder
{
    private const int FaultLimit = 100;

    public required string Name { get; init; }

    /// <summary>What reading the files and the rules found.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    public Document<LearningPath>? Path { get; init; }

    /// <summary>The glossary, file by file; null while one of them cannot be read.</summary>
    public IReadOnlyList<Document<IReadOnlyList<Term>>>? TermFiles { get; init; }

    /// <summary>The glossary as it counts.</summary>
    public IReadOnlyList<Term>? Terms => TermFiles is { } files ? Merge(files.Select(file => file.Value)) : null;

    public required IReadOnlyList<Document<Exercise>> Exercises { get; init; }

    /// <summary>False while an exercise cannot be read, which may be the very one that somebody misses.</summary>
    public bool HasAllExercises => Exercises.Count == ExerciseIds.Count;

    public IReadOnlySet<string>? TopicIds { get; init; }

    public IReadOnlySet<string>? TermIds { get; init; }

    public required IReadOnlySet<string> ExerciseIds { get; init; }

    public static PathFolder Read(PathFiles files)
    {
        var faults = files.Faults.ToList();
        var path = files.Path is null ? null : Read(files.Path, ContentSchema.Path, faults);
        var terms = files.Terms.Select(file => Read(file, ContentSchema.Terms, faults)).ToList();
        var termFiles = terms.Select(AsDocument<IReadOnlyList<Term>>).OfType<Document<IReadOnlyList<Term>>>().ToList();
        var exercises = files.Exercises.Select(file => Read(file, ContentSchema.Exercise, faults)).ToList();
        return new PathFolder
        {
            Name = files.Name,
            Path = AsDocument<LearningPath>(path),
            Faults = faults,
            TermFiles = termFiles.Count == terms.Count && terms.Count > 0 ? termFiles : null,
            Exercises = [.. exercises.Select(AsDocument<Exercise>).OfType<Document<Exercise>>()],
            TopicIds = Ids((path?.Root as JsonObject)?["topics"]),
            TermIds = terms.Select(file => Ids(file.Root)).OfType<HashSet<string>>().ToList() is { Count: > 0 } ids ? ids.SelectMany(id => id).ToHashSet(StringComparer.Ordinal) : null,
            ExerciseIds = files.Exercises.Select(file => ExerciseId(file.Name)).ToHashSet(StringComparer.Ordinal),
        };
    }

    public static string ExerciseId(string file) => file[(file.LastIndexOf('/') + 1)..^".yaml".Length];

    /// <summary>A later glossary's terms take the place of an earlier one's, where that had them; what is new comes last.</summary>
    public static IReadOnlyList<Term> Merge(IEnumerable<IReadOnlyList<Term>> glossaries)
    {
        var terms = new OrderedDictionary<string, Term>(StringComparer.Ordinal);
        foreach (var term in glossaries.SelectMany(glossary => glossary))
            terms[term.Id] = term;
        return [.. terms.Values];
    }

    /// <summary>Null when a part is missing.</summary>
    public LearningPath? Whole() => Path is null || Terms is not { } terms
        ? null
        : Path.Value with { Terms = terms, Vocabulary = WithAdded(Path.Value, terms), Exercises = [.. Exercises.Select(exercise => exercise.Value)] };

    /// <summary>A folder beside the path's own can add terms, but has no list of categories to put them in.</summary>
    private static IReadOnlyList<VocabularyCategory> WithAdded(LearningPath path, IReadOnlyList<Term> terms)
    {
        var added = terms.Select(term => term.Id).Except(path.Vocabulary.SelectMany(category => category.Terms), StringComparer.Ordinal).ToList();
        return added.Count == 0 ? path.Vocabulary : [.. path.Vocabulary, new VocabularyCategory { Category = LearningPath.AddedTerms, Terms = added }];
    }

    private static YamlDocument Read(ContentFile file, ContentSchema schema, List<Fault> faults)
    {
        var document = YamlReader.Read(file);
        faults.AddRange(FirstOf(document.IsReadable ? document.Faults.Concat(schema.Validate(document)) : document.Faults));
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
