namespace ChatCoachBot.Outbox;

/// <summary>How fast a platform lets one host send; null where it sets no limit.</summary>
public sealed record SendLimits
{
    public static readonly SendLimits None = new();

    public RateLimit? PerConversation { get; init; }

    public RateLimit? PerWorkspace { get; init; }

    /// <summary>For daily prompts alone: replies go before them and unpaced.</summary>
    public RateLimit? PromptsPerWorkspace { get; init; }
}

/// <param name="Messages">How many in each period, spread evenly over it.</param>
/// <param name="AtOnce">How many may go together after a silence.</param>
public sealed record RateLimit(int Messages, TimeSpan Period, int AtOnce = 1);
