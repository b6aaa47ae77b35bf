namespace ChatCoachBot.Core.Practice;

/// <summary>A learner's word that a grade was wrong, and what a reviewer made of it. There is one at most of an answer.</summary>
public sealed class Dispute
{
    public Guid Id { get; init; }

    public required long AttemptId { get; init; }

    public required Guid LearnerId { get; init; }

    /// <summary>Where the learner said it and is told how it ended.</summary>
    public required Guid ConversationId { get; init; }

    public required string ExerciseKey { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DisputeState State { get; private set; }

    /// <summary>What the reviewer says to the learner; null for nothing more.</summary>
    public string? Word { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The point and the phrase that the reviewer would add to the rubric; null for none.</summary>
    public string? PointId { get; private set; }

    public string? Phrase { get; private set; }

    public void Decide(DisputeState state, string? word, DateTimeOffset at) => (State, Word, DecidedAt) = (state, word, at);

    public void Add(string pointId, string phrase) => (PointId, Phrase) = (pointId, phrase);
}

/// <summary>The values are stored: they must not change.</summary>
public enum DisputeState
{
    Open = 0,

    /// <summary>The learner was right.</summary>
    Accepted = 1,

    /// <summary>The grade stands.</summary>
    Rejected = 2,

    /// <summary>The exercise does not say what it wants.</summary>
    Unclear = 3,
}
