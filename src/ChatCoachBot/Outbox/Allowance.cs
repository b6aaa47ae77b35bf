using System.Threading.RateLimiting;

namespace ChatCoachBot.Outbox;

/// <summary>Hands out permits to send, by conversation or by workspace, as fast as a <see cref="RateLimit"/> says.</summary>
internal sealed class Allowance(RateLimit limit) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.AtOnce,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = limit.Period / limit.Messages,
        }));

    private readonly HashSet<string> _exhausted = new(StringComparer.Ordinal);

    /// <returns>How long to wait for a permit; null when one was taken.</returns>
    public TimeSpan? Take(string key)
    {
        using var lease = _limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        _exhausted.Add(key);
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : limit.Period / limit.Messages;
    }

    /// <summary>Those that were refused a permit last, and would be again.</summary>
    public IReadOnlyList<string> Exhausted()
    {
        _exhausted.RemoveWhere(key => _limiter.GetStatistics(key) is not { CurrentAvailablePermits: 0 });
        return [.. _exhausted];
    }

    public void Dispose() => _limiter.Dispose();
}
