namespace ChatCoachBot.Storage;

/// <summary>A secret that was given to one person and opens one thing once. Only its hash is kept; used, it is gone.</summary>
public sealed class OneTimeCode
{
    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required CodePurpose Purpose { get; init; }

    public required Guid LearnerId { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required Guid ConversationId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>The values are stored: they must not change.</summary>
public enum CodePurpose
{
    /// <summary>Joins another platform's identity to the learner.</summary>
    Link = 0,

    /// <summary>Signs a browser in as the learner.</summary>
    SignIn = 1,
}
