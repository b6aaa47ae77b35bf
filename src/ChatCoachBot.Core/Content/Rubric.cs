namespace ChatCoachBot.Core.Content;

/// <summary>How a free-text answer is judged. Scores are in 0..1.</summary>
public sealed record Rubric
{
    public const double DefaultPass = 0.6;
    public const double DefaultFail = 0.3;

    /// <summary>The score from which an answer passes, when every required point is met.</summary>
    public double Pass { get; init; } = DefaultPass;

    /// <summary>The score below which an answer fails.</summary>
    public double Fail { get; init; } = DefaultFail;

    public required IReadOnlyList<Point> Points { get; init; }

    public IReadOnlyList<Misconception> Misconceptions { get; init; } = [];

    public LanguageAdvice Language { get; init; } = new();
}

/// <summary>
/// One idea the answer must carry. It is met when one phrase of <see cref="Any"/> (when there are any) and one phrase of
/// every group of <see cref="All"/> are found; a point has at least one of the two.
/// </summary>
public sealed record Point
{
    public required string Id { get; init; }

    public double Weight { get; init; } = 1;

    /// <summary>Missing it caps the verdict at partial.</summary>
    public bool Required { get; init; }

    public IReadOnlyList<string> Any { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> All { get; init; } = [];

    public required string Met { get; init; }

    public required string Missed { get; init; }

    public required string Hint { get; init; }
}

/// <summary>A wrong idea people often have. It is shown under the same rule as a <see cref="Point"/> is met.</summary>
public sealed record Misconception
{
    public required string Id { get; init; }

    public IReadOnlyList<string> Any { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> All { get; init; } = [];

    /// <summary>What it takes from the score, in 0..1.</summary>
    public double Penalty { get; init; } = 0.2;

    /// <summary>An answer that shows it fails, whatever else it says.</summary>
    public bool Fails { get; init; }

    public required string Feedback { get; init; }
}

/// <summary>Advice on the English itself; it never changes the score.</summary>
public sealed record LanguageAdvice
{
    public WordLimits? Words { get; init; }

    public IReadOnlyList<AvoidedPhrases> Avoid { get; init; } = [];
}

/// <summary>How many words a good answer has, both ends included.</summary>
public sealed record WordLimits
{
    public int? Min { get; init; }

    public int? Max { get; init; }
}

public sealed record AvoidedPhrases
{
    public required IReadOnlyList<string> Any { get; init; }

    public required string Tip { get; init; }
}
