using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Storage.Published;

/// <summary>A path with its glossary, as imported.</summary>
public sealed class PathRow
{
    public required string Id { get; init; }

    /// <summary>Its place among the paths.</summary>
    public required int Position { get; set; }

    /// <summary>The path as JSON, without its exercises.</summary>
    public required string Document { get; set; }
}

/// <summary>Which content was imported last.</summary>
public sealed class ImportRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>A digest of every content file.</summary>
    public required string Digest { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>One version of an exercise. A version never changes; a changed exercise gets a new one.</summary>
public sealed class ExerciseRow
{
    public long Version { get; init; }

    public required string PathId { get; init; }

    public required string ExerciseId { get; init; }

    /// <summary>A digest of the exercise, to see whether it changed.</summary>
    public required string Digest { get; init; }

    /// <summary>Its place in the syllabus; null for a version that is no longer asked.</summary>
    public int? Position { get; set; }

    public required ExerciseKind Kind { get; init; }

    public string? Title { get; init; }

    public required string Topic { get; init; }

    public required IReadOnlyList<string> Terms { get; init; }

    public string? Audience { get; init; }

    public required string Prompt { get; init; }

    public required string ModelAnswer { get; init; }

    public string? Text { get; init; }

    public double? PassMark { get; init; }

    public double? FailMark { get; init; }

    public int? MinWords { get; init; }

    public int? MaxWords { get; init; }

    public required List<CriterionRow> Criteria { get; init; }

    public required List<OptionRow> Options { get; init; }
}

/// <summary>What an answer is searched for: a point, a gap, a misconception, or a wording to avoid.</summary>
public sealed class CriterionRow
{
    public long Id { get; init; }

    public required CriterionKind Kind { get; init; }

    public required int Position { get; init; }

    /// <summary>The id that the author gave; empty for gaps and wordings.</summary>
    public required string Name { get; init; }

    /// <summary>The weight of a point; the penalty of a misconception.</summary>
    public double Weight { get; init; }

    /// <summary>For a point: it is required. For a misconception: it fails the answer.</summary>
    public bool Decides { get; init; }

    /// <summary>What the learner reads when it is found.</summary>
    public required string Found { get; init; }

    /// <summary>What the learner reads when it is missing.</summary>
    public string? Missed { get; init; }

    public string? Hint { get; init; }

    public required List<KeyPhraseRow> Phrases { get; init; }
}

/// <summary>The values are stored: they must not change.</summary>
public enum CriterionKind
{
    Point = 0,
    Gap = 1,
    Misconception = 2,
    Avoid = 3,
}

public sealed class KeyPhraseRow
{
    public long Id { get; init; }

    /// <summary>0 for the phrases of <c>any</c>; from 1 for the groups of <c>all</c>.</summary>
    public required int Group { get; init; }

    public required int Position { get; init; }

    public required string Phrase { get; init; }
}

public sealed class OptionRow
{
    public long Id { get; init; }

    public required int Position { get; init; }

    public required string Text { get; init; }

    public required bool Correct { get; init; }

    public required string Why { get; init; }
}
