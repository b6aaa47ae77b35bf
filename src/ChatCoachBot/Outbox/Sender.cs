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

    /// <summary>A reply waits this long for a platform that cannot be reached.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Platform, StringComparer.Ordinal);

    protected override async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(cancellationToken);
        var conversations = waiting.GroupBy(message => message.ConversationId);
        await Parallel.ForEachAsync(conversations, cancellationToken, async (messages, cancel) => await SendAsync([.. messages], cancel));
        return waiting.Count;
    }

    private async Task<List<OutboxMessage>> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        List<string> platforms = [.. _channels.Keys];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox
            .AsNoTracking()
            .Where(message => message.SentAt == null && message.DroppedAt == null && platforms.Contains(message.Platform))
            // A message that waits to be tried again holds back those behind it in its conversation, and nobody else.
            .Where(message => !db.Outbox.Any(first =>
                first.Platform == message.Platform && first.Address == message.Address
                && first.SentAt == null && first.DroppedAt == null && first.NotBefore > now))
            .OrderBy(message => message.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Sends the messages of one conversation in order, up to the first that fails.</summary>
    private async Task SendAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var tried = new List<OutboxMessage>();
        try
        {
            foreach (var message in messages)
            {
                tried.Add(message);
                if (!await TrySendAsync(message, cancellationToken))
                {
                    return;
                }
            }
        }
        finally
        {
            // What was sent is marked also when the host stops meanwhile: it would be sent again.
            await writer.WriteAsync((db, cancel) => MarkAsync(db, tried, cancel), CancellationToken.None);
        }
    }

    private async Task<bool> TrySendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var channel = _channels[message.Platform];
        if (message.ExpiresAt < now && !channel.KeepsUnread)
        {
            message.DroppedAt = now;
            return true;
        }

        try
        {
            await channel.SendAsync(message, cancellationToken);
            message.SentAt = Time.GetUtcNow();
            telemetry.Sent(message.Platform, 1);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(Log, message.Id, FaultText.Of(fault));
            message.Failures++;
            message.NotBefore = now + Backoff.After(message.Failures);
            message.DroppedAt = now - message.CreatedAt > GiveUpAfter ? now : null;
            return false;
        }
    }

    private static async Task MarkAsync(CoachDb db, List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await db.Outbox.Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.SentAt, message.SentAt)
                    .SetProperty(row => row.DroppedAt, message.DroppedAt)
                    .SetProperty(row => row.Failures, message.Failures)
                    .SetProperty(row => row.NotBefore, message.NotBefore),
                cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Message {Id} could not be sent: {Fault}")]
    private static partial void LogFailed(ILogger log, long id, string fault);
}
