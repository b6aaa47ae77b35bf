namespace ChatCoachBot.Outbox;

/// <summary>What a platform answered to a message.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The platform has it.</summary>
    public sealed record Sent : SendResult;

    /// <summary>The platform has not taken it, and may take it later.</summary>
    /// <param name="RetryAfter">How long the platform wants to hear nothing from this workspace; null when it did not say.</param>
    public sealed record NotNow(TimeSpan? RetryAfter = null) : SendResult;

    /// <summary>The platform will never take it: the conversation is gone, say, or the bot was removed from it.</summary>
    /// <param name="Reason">In the platform's words, without any of the message's.</param>
    public sealed record Refused(string Reason) : SendResult;
}
