using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Outbox;

/// <summary>Sends what waits in the outbox of the platforms this host serves, in order within a conversation.</summary>
public sealed partial class Sender(
    Writer writer,
    IDbContextFactory<CoachDb> contexts,
    IEnumerable<IChannel> channels,
    Signal<OutboxMessage> decided,
    TimeProvider time,
    Telemetry telemetry,
    ILogger<Sender> log) : SignalledLoop<OutboxMessage>(decided, time, log)
{
    private const int Batch = 200;
    private const int Tries = 5;

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Platform, StringComparer.Ordinal);

    protected override async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        List<string> platforms = [.. _channels.Keys];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Outbox
            .AsNoTracking()
            .Where(message => message.SentAt == null && message.DroppedAt == null && platforms.Contains(message.Platform))
            .OrderBy(message => message.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        var conversations = waiting
            .GroupBy(message => message.ConversationId)
            .Where(conversation => conversation.First().NotBefore is not { } notBefore || notBefore <= now)
            .ToList();
        if (conversations.Count == 0)
        {
            return 0;
        }

        await Parallel.ForEachAsync(conversations, cancellationToken, async (messages, cancel) => await SendInOrderAsync(messages, cancel));
        await writer.WriteAsync((marks, _) => MarkAsync(marks, waiting), cancellationToken);
        return conversations.Sum(conversation => conversation.Count());
    }

    private async Task SendInOrderAsync(IEnumerable<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            var now = Time.GetUtcNow();
            if (message.ExpiresAt < now)
            {
                message.DroppedAt = now;
                continue;
            }

            try
            {
                await _channels[message.Platform].SendAsync(message, cancellationToken);
                message.SentAt = Time.GetUtcNow();
                telemetry.Sent(message.Platform, 1);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(Log, fault, message.Id);
                message.Failures++;
                message.DroppedAt = message.Failures >= Tries ? now : null;
                message.NotBefore = now + TimeSpan.FromSeconds(Math.Pow(2, message.Failures));
                return;
            }
        }
    }

    /// <summary>The marks of a batch commit together.</summary>
    private static Task MarkAsync(CoachDb db, List<OutboxMessage> messages)
    {
        foreach (var message in messages)
        {
            var entry = db.Outbox.Attach(message);
            entry.Property(row => row.SentAt).IsModified = true;
            entry.Property(row => row.DroppedAt).IsModified = true;
            entry.Property(row => row.Failures).IsModified = true;
            entry.Property(row => row.NotBefore).IsModified = true;
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Message {Id} could not be sent.")]
    private static partial void LogFailed(ILogger log, Exception fault, long id);
}
