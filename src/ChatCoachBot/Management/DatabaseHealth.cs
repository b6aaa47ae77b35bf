using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatCoachBot.Management;

/// <summary>Whether the database answers, and how long the oldest messages wait.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<CoachDb> contexts, IEnumerable<IChannel> channels, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        // What a terminal has not shown yet waits for a person, not for this host.
        List<string> platforms = [.. channels.Select(channel => channel.Platform)];
        var received = await db.Inbox
            .Where(message => message.HandledAt == null && message.SetAsideAt == null)
            .OrderBy(message => message.Id)
            .Select(message => (DateTimeOffset?)message.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var decided = await db.Outbox
            .Where(message => message.SentAt == null && message.DroppedAt == null && platforms.Contains(message.Platform))
            .OrderBy(message => message.Id)
            .Select(message => (DateTimeOffset?)message.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return HealthCheckResult.Healthy(data: new Dictionary<string, object>
        {
            ["inboxAgeSeconds"] = Age(received, now),
            ["outboxAgeSeconds"] = Age(decided, now),
            ["setAside"] = await db.Inbox.CountAsync(message => message.SetAsideAt != null, cancellationToken),
        });
    }

    private static double Age(DateTimeOffset? since, DateTimeOffset now) => since is { } then ? (now - then).TotalSeconds : 0;
}
