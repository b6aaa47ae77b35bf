using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatCoachBot.Management;

/// <summary>Whether the database answers, how long the oldest messages wait, and which could not be handled or sent.</summary>
internal sealed class DatabaseHealth(Database database, IDbContextFactory<CoachDb> contexts, IEnumerable<IChannel> channels, TimeProvider time) : IHealthCheck
{
    /// <summary>How many ids of messages set aside are named.</summary>
    private const int MostNamed = 20;

    /// <summary>Whoever waits for longer waits for something that is wrong.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A file that was moved away goes on answering whoever has it open, and is lost with them.
        await database.RequireAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var inbox = await InboxAgeAsync(db, now, cancellationToken);
        var outbox = await OutboxAgeAsync(db, now, cancellationToken);
        var data = new Dictionary<string, object>
        {
            ["inboxAgeSeconds"] = inbox.TotalSeconds,
            ["outboxAgeSeconds"] = outbox.TotalSeconds,
            ["setAside"] = await db.SetAside().CountAsync(cancellationToken),
            ["setAsideIds"] = await db.SetAside().OrderByDescending(message => message.Id).Select(message => message.Id).Take(MostNamed).ToListAsync(cancellationToken),
            ["undelivered"] = await db.Outbox.CountAsync(message => message.DroppedAt != null && message.DroppedAt > now.AddDays(-1), cancellationToken),
        };
        return inbox > LongestWait || outbox > LongestWait ? HealthCheckResult.Degraded("Messages wait for too long.", data: data) : HealthCheckResult.Healthy(data: data);
    }

    private static async Task<TimeSpan> InboxAgeAsync(CoachDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        now - await db.Inbox
            .Where(message => message.HandledAt == null && message.SetAsideAt == null)
            .OrderBy(message => message.Id)
            .Select(message => (DateTimeOffset?)message.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken) ?? TimeSpan.Zero;

    /// <summary>Of the platforms that this host serves: what a terminal has not shown yet waits for a person. Prompts wait for as long as the platform's limits say.</summary>
    private async Task<TimeSpan> OutboxAgeAsync(CoachDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = TimeSpan.Zero;
        foreach (var channel in channels)
        {
            var age = now - await db.Outbox
                .Where(message => message.SentAt == null && message.DroppedAt == null && message.Platform == channel.Platform && message.Kind == OutboxKind.Reply)
                .OrderBy(message => message.Id)
                .Select(message => (DateTimeOffset?)message.CreatedAt)
                .FirstOrDefaultAsync(cancellationToken) ?? TimeSpan.Zero;
            oldest = age > oldest ? age : oldest;
        }

        return oldest;
    }
}
