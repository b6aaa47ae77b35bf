using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Content;

/// <summary>Every path as it is served now.</summary>
public sealed class Library(IReadOnlyList<PublishedPath> paths)
{
    public static readonly Library Empty = new([]);

    public IReadOnlyList<PublishedPath> Paths => paths;

    public PublishedPath? Path(string? id) => paths.FirstOrDefault(path => path.Info.Id == id);
}

/// <summary>A path with its exercises in teaching order.</summary>
public sealed class PublishedPath(LearningPath info, IReadOnlyList<PublishedExercise> syllabus)
{
    private readonly Dictionary<string, PublishedExercise> _byKey = syllabus.ToDictionary(exercise => exercise.Key, StringComparer.Ordinal);

    /// <summary>The path as authored, with its glossary; its exercises are in <see cref="Syllabus"/>.</summary>
    public LearningPath Info => info;

    public IReadOnlyList<PublishedExercise> Syllabus => syllabus;

    /// <summary>The terms to know first.</summary>
    public IEnumerable<Term> Spotlight => Find(info.Spotlight);

    /// <summary>The exercises that show best what the path is about.</summary>
    public IEnumerable<PublishedExercise> Recommended => info.Scenarios.Select(id => Exercise($"{info.Id}/{id}")).OfType<PublishedExercise>();

    public IEnumerable<Term> Terms(VocabularyCategory category) => Find(category.Terms);

    public PublishedExercise? Exercise(string key) => _byKey.GetValueOrDefault(key);

    private IEnumerable<Term> Find(IEnumerable<string> ids) => ids.Select(id => info.Terms.FirstOrDefault(term => term.Id == id)).OfType<Term>();
}

/// <summary>
/// One exercise as it was imported. A changed exercise is a new version: whoever was asked the old one is graded by the old rubric.
/// </summary>
public sealed class PublishedExercise(long version, string pathId, Exercise exercise, Lazy<Glossary> glossary)
{
    private readonly Lazy<ExerciseGrader> _grader = new(() => ExerciseGrader.Compile(exercise, glossary.Value));

    /// <summary>The number of this version; no two exercises share one.</summary>
    public long Version => version;

    /// <summary><c>path/exercise</c>, the same for every version.</summary>
    public string Key { get; } = $"{pathId}/{exercise.Id}";

    public string PathId => pathId;

    public Exercise Exercise => exercise;

    /// <summary>Compiled at first use, then kept.</summary>
    public ExerciseGrader Grader => _grader.Value;
}
