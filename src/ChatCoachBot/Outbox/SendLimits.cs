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

/// <param name="Messages">So many at once, and as many again in each period.</param>
public sealed record RateLimit(int Messages, TimeSpan Period);
