namespace ChatCoachBot.Core.Practice;

/// <summary>One exercise put to a channel: members answer it in the thread of its message until it closes.</summary>
public sealed class ChannelRound
{
    public Guid Id { get; init; }

    /// <summary>The channel's conversation.</summary>
    public Guid ConversationId { get; init; }

    /// <summary>The version of the exercise that was asked.</summary>
    public required long ExerciseVersion { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset ClosesAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The platform's name of the message, known once it was sent.</summary>
    public string? MessageId { get; set; }

    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < ClosesAt;
}

/// <summary>The best that one learner did in a round; names no score.</summary>
public sealed class ChannelAnswer
{
    public Guid RoundId { get; init; }

    public Guid LearnerId { get; init; }

    public bool Passed { get; set; }

    /// <summary>Ids of the points that any of the learner's answers met.</summary>
    public required IReadOnlyList<string> PointsMet { get; set; }
}
