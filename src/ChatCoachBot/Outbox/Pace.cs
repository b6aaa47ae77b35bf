using System.Threading.RateLimiting;

namespace ChatCoachBot.Outbox;

/// <summary>Keeps one channel's <see cref="SendLimits"/>, and the peace that a platform asked for.</summary>
internal sealed class Pace(SendLimits limits, TimeProvider time) : IDisposable
{
    private readonly PartitionedRateLimiter<string>? _conversations = Limiter(limits.PerConversation);
    private readonly PartitionedRateLimiter<string>? _workspaces = Limiter(limits.PerWorkspace);
    private readonly PartitionedRateLimiter<string>? _prompts = Limiter(limits.PromptsPerWorkspace);
    private readonly Dictionary<string, DateTimeOffset> _paused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outOfPrompts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Workspaces for which nothing is to be taken from the outbox now.</summary>
    public IReadOnlyList<string> Paused()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            foreach (var (workspace, until) in _paused)
            {
                if (until <= now)
                {
                    _paused.Remove(workspace);
                }
            }

            return [.. _paused.Keys];
        }
    }

    /// <summary>Workspaces whose daily prompts have to wait.</summary>
    public IReadOnlyList<string> OutOfPrompts()
    {
        lock (_gate)
        {
            _outOfPrompts.RemoveWhere(workspace => _prompts?.GetStatistics(workspace) is not { CurrentAvailablePermits: 0 });
            return [.. _outOfPrompts];
        }
    }

    /// <summary>The platform asked to be left alone about a workspace.</summary>
    public void Pause(string workspace, TimeSpan span)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + span;
            _paused[workspace] = _paused.TryGetValue(workspace, out var earlier) && earlier > until ? earlier : until;
        }
    }

    /// <returns>How long the message has to wait; null when it may go now.</returns>
    public TimeSpan? Wait(OutboxMessage message)
    {
        if (message.Kind == OutboxKind.Prompt && Wait(_prompts, message.Workspace) is { } untilPrompt)
        {
            lock (_gate)
            {
                _outOfPrompts.Add(message.Workspace);
            }

            return untilPrompt;
        }

        return Wait(_workspaces, message.Workspace) ?? Wait(_conversations, message.Address);
    }

    public void Dispose()
    {
        _conversations?.Dispose();
        _workspaces?.Dispose();
        _prompts?.Dispose();
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<string>? limiter, string key)
    {
        if (limiter is null)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
    }

    private static PartitionedRateLimiter<string>? Limiter(RateLimit? limit) => limit is null
        ? null
        : PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Messages,
            TokensPerPeriod = limit.Messages,
            ReplenishmentPeriod = limit.Period,
        }));
}
