namespace ChatCoachBot.Storage;

/// <summary>Who a learner is on one platform.</summary>
public sealed class Identity
{
    public required string Platform { get; init; }

    /// <summary>The platform's own id of the person.</summary>
    public required string UserId { get; init; }

    public required Guid LearnerId { get; init; }
}
