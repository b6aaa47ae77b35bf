namespace ChatCoachBot.Core.Content;

/// <summary>A role's course: what <c>content/paths/&lt;id&gt;/</c> holds, read and cross-checked.</summary>
public sealed record LearningPath
{
    /// <summary>The category of terms that a folder beside the path's own adds.</summary>
    public const string AddedTerms = "Added by your team";

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The CEFR level of its English, for example <c>B2</c>.</summary>
    public required string Level { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>Ids of the terms to know first.</summary>
    public IReadOnlyList<string> Spotlight { get; init; } = [];

    public IReadOnlyList<VocabularyCategory> Vocabulary { get; init; } = [];

    /// <summary>Ids of the exercises that show best what the path is about.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    public IReadOnlyList<Reading> Reading { get; init; } = [];

    /// <summary>Ids of the paths to take after this one.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>Words of the trade that no dictionary has and that are right all the same.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<Term> Terms { get; init; } = [];

    public IReadOnlyList<Exercise> Exercises { get; init; } = [];
}

public sealed record Topic
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }
}

public sealed record VocabularyCategory
{
    public required string Category { get; init; }

    /// <summary>Ids of glossary terms, in teaching order.</summary>
    public required IReadOnlyList<string> Terms { get; init; }
}

public sealed record Reading
{
    public required string Title { get; init; }

    public required string Author { get; init; }
}
