namespace ChatCoachBot.Outbox;

/// <summary>What a platform answered to a message.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The platform has it.</summary>
    /// <param name="MessageId">The platform's name of it, where it gives one.</param>
    public sealed record Sent(string? MessageId = null) : SendResult;

    /// <summary>The platform has not taken it, and may take it later.</summary>
    /// <param name="RetryAfter">How long the platform wants to hear nothing from this workspace; null when it did not say.</param>
    public sealed record NotNow(TimeSpan? RetryAfter = null) : SendResult;

    /// <summary>The platform will never take it: the conversation is gone, say, or the bot was removed from it.</summary>
    /// <param name="Reason">In the platform's words, without any of the message's.</param>
    /// <param name="IsGone">Whether it will take nothing else for this conversation either, until somebody has seen to it.</param>
    public sealed record Refused(string Reason, bool IsGone = false) : SendResult;
}
