using System.Threading.Channels;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Inbox;

/// <summary>
/// Takes in what platforms deliver. When <see cref="StoreAsync"/> returns, the message is on the disk and may be acknowledged. Whoever
/// comes while a commit is under way shares the next one, so that the rate does not hang on one trip to the disk a message.
/// </summary>
public sealed class InboxStore(Writer writer, TimeProvider time, Bell bell, Telemetry telemetry) : BackgroundService
{
    /// <summary>How many messages share a commit at most.</summary>
    private const int Batch = 500;

    private const int MostRefusedAlone = 3;

    private readonly Channel<Delivered> _delivered = System.Threading.Channels.Channel.CreateUnbounded<Delivered>(new UnboundedChannelOptions { SingleReader = true });

    /// <returns>False when the event was here before; then nothing changes.</returns>
    public async Task<bool> StoreAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var delivered = new Delivered(incoming.ToMessage(time.GetUtcNow()), new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _delivered.Writer.WriteAsync(delivered, cancellationToken);
        // Who hangs up meanwhile is not waited for; the message is stored all the same.
        return await delivered.Stored.Task.WaitAsync(cancellationToken);
    }

    /// <summary>For what is handled in the same transaction.</summary>
    /// <returns>Null when the event was here before.</returns>
    internal async Task<InboxMessage?> AddAsync(CoachDb db, Incoming incoming, CancellationToken cancellationToken)
    {
        if (await db.Inbox.AnyAsync(known => known.Platform == incoming.Platform && known.EventId == incoming.EventId, cancellationToken))
        {
            return null;
        }

        var message = incoming.ToMessage(time.GetUtcNow());
        db.Inbox.Add(message);
        await db.SaveChangesAsync(cancellationToken);
        return message;
    }

    /// <summary>Stores until the host has stopped: whoever still delivers meanwhile is answered.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var stopping = stoppingToken.Register(() => _delivered.Writer.TryComplete());
        var batch = new List<Delivered>(Batch);
        while (await _delivered.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < Batch && _delivered.Reader.TryRead(out var delivered))
            {
                batch.Add(delivered);
            }

            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<Delivered> batch)
    {
        try
        {
            var added = await writer.WriteAsync(
                (db, cancel) => db.InsertNewAsync(batch.ConvertAll(delivered => delivered.Message), (nameof(InboxMessage.Platform), nameof(InboxMessage.EventId)), cancel),
                CancellationToken.None);
            // Before the answers go out, so that handling begins while they are written.
            bell.Ring(Bell.Inbox);
            foreach (var (message, stored) in batch)
            {
                // Of two with the same key in one batch the first is new.
                var isNew = added.Remove((message.Platform, message.EventId));
                Count(message.Platform, isNew);
                stored.SetResult(isNew);
            }
        }
        catch (Exception fault) when (batch.Count > 1)
        {
            await CommitOneByOneAsync(batch, fault);
        }
        catch (Exception fault)
        {
            batch[0].Stored.SetException(fault);
        }
    }

    /// <summary>
    /// One of them may be what the database does not take; the others must not be refused for it. When several in a row fail it is the database
    /// itself, and nobody is to wait for it once more for each message: platforms deliver again.
    /// </summary>
    private async Task CommitOneByOneAsync(List<Delivered> batch, Exception fault)
    {
        var failed = 0;
        foreach (var delivered in batch)
        {
            if (failed == MostRefusedAlone)
            {
                delivered.Stored.SetException(fault);
                continue;
            }

            await CommitAsync([delivered]);
            failed = delivered.Stored.Task.IsFaulted ? failed + 1 : 0;
        }
    }

    private void Count(string platform, bool isNew)
    {
        if (isNew)
        {
            telemetry.Received(platform);
        }
        else
        {
            telemetry.Repeated(platform);
        }
    }

    private readonly record struct Delivered(InboxMessage Message, TaskCompletionSource<bool> Stored);
}
