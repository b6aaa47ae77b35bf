namespace ChatCoachBot.Outbox;

/// <summary>Keeps one channel's <see cref="SendLimits"/>. Only the sender's loop asks it, one message at a time.</summary>
internal sealed class Pace(SendLimits limits) : IDisposable
{
    private readonly Allowance? _conversations = Of(limits.PerConversation);
    private readonly Allowance? _workspaces = Of(limits.PerWorkspace);
    private readonly Allowance? _prompts = Of(limits.PromptsPerWorkspace);

    /// <summary>Workspaces that have to wait.</summary>
    public IReadOnlyList<string> Full() => _workspaces?.Exhausted() ?? [];

    /// <summary>Workspaces whose daily prompts have to wait.</summary>
    public IReadOnlyList<string> FullOfPrompts() => _prompts?.Exhausted() ?? [];

    /// <returns>How long the message has to wait; null when it may go now.</returns>
    public TimeSpan? Wait(OutboxMessage message) =>
        _conversations?.Take(message.GoesTo)
        ?? _workspaces?.Take(message.Workspace)
        ?? (message.Kind == OutboxKind.Prompt ? _prompts?.Take(message.Workspace) : null);

    public void Dispose()
    {
        _conversations?.Dispose();
        _workspaces?.Dispose();
        _prompts?.Dispose();
    }

    private static Allowance? Of(RateLimit? limit) => limit is null ? null : new Allowance(limit);
}
