namespace ChatCoachBot.Core.Practice.Fsrs;

/// <summary>What is known of one learner's memory of one thing. The default is a card that was never reviewed.</summary>
public readonly record struct FsrsCard
{
    public FsrsPhase Phase { get; init; }

    /// <summary>How many of the steps of (re)learning are done.</summary>
    public int Step { get; init; }

    /// <summary>In how many days the chance to recall it falls to nine in ten.</summary>
    public double Stability { get; init; }

    /// <summary>1 (easy) to 10 (hard).</summary>
    public double Difficulty { get; init; }

    public DateTimeOffset Due { get; init; }

    public DateTimeOffset LastReview { get; init; }

    public int Reviews { get; init; }

    /// <summary>How often it was forgotten after it had been learnt.</summary>
    public int Lapses { get; init; }
}
