namespace ChatCoachBot.Outbox;

/// <summary>The peace that a platform asked for (with an HTTP 429, say), kept where every host sees it.</summary>
public sealed class Pause
{
    /// <summary>No platform is left alone for longer, whatever it asks.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public required string Platform { get; init; }

    public required string Workspace { get; init; }

    public required DateTimeOffset Until { get; init; }

    internal static Pause For(OutboxMessage message, DateTimeOffset now, TimeSpan span) => new()
    {
        Platform = message.Platform,
        Workspace = message.Workspace,
        Until = now + (span < Longest ? span : Longest),
    };
}
