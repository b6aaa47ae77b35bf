namespace ChatCoachBot.Core.Practice.Fsrs;

/// <summary>What FSRS can be told.</summary>
public sealed record FsrsOptions
{
    public const double LeastRetention = 0.7;

    public const double MostRetention = 0.97;

    private readonly double _desiredRetention = 0.9;

    /// <summary>The 21 default weights of FSRS-6 (github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm).</summary>
    public IReadOnlyList<double> Weights { get; init; } =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ];

    /// <summary>How likely a thing is to be recalled when it is due, from 0.7 to 0.97.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less or more.</exception>
    public double DesiredRetention
    {
        get => _desiredRetention;
        init => _desiredRetention = value is >= LeastRetention and <= MostRetention
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The desired retention is from {LeastRetention} to {MostRetention}.");
    }

    /// <summary>After how long something new is asked again, and again, on its first day.</summary>
    public IReadOnlyList<TimeSpan> LearningSteps { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    /// <summary>After how long something forgotten is asked again.</summary>
    public IReadOnlyList<TimeSpan> RelearningSteps { get; init; } = [TimeSpan.FromMinutes(10)];

    /// <summary>Whether there are steps of minutes, and reviews on one day count less. Without, all is in days.</summary>
    public bool HasSteps { get; init; } = true;

    /// <summary>The longest time until something is asked again, in days.</summary>
    public int LongestInterval { get; init; } = 36_500;
}
