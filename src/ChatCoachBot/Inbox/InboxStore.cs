using System.Threading.Channels;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Inbox;

/// <summary>
/// Takes in what platforms deliver. When <see cref="StoreAsync"/> returns, the message is on the disk and may be acknowledged. Whoever
/// comes while a commit is under way shares the next one, so that the rate does not hang on one trip to the disk a message.
/// </summary>
public sealed partial class InboxStore(Writer writer, TimeProvider time, Bell bell, Telemetry telemetry, ILogger<InboxStore> log) : BackgroundService
{
    /// <summary>How many messages share a commit at most.</summary>
    private const int Batch = 500;

    private const int MostRefusedAlone = 3;

    private static readonly (string, string) EventKey = (nameof(InboxMessage.Platform), nameof(InboxMessage.EventId));

    /// <summary>How many wait for a commit at most: seconds of work, and no more memory than a host has to spare.</summary>
    private const int MostWaiting = 10_000;

    private readonly Channel<Delivered> _delivered =
        System.Threading.Channels.Channel.CreateBounded<Delivered>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <returns>False when the event was here before; then nothing changes.</returns>
    /// <exception cref="NotStoredException">It could not be stored.</exception>
    public async Task<bool> StoreAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var delivered = new Delivered(incoming.ToMessage(time.GetUtcNow()), new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_delivered.Writer.TryWrite(delivered))
        {
            throw new NotStoredException("Too many messages wait to be stored, or the host is stopping.");
        }

        // Who hangs up meanwhile is not waited for; the message is stored all the same.
        return await delivered.Stored.Task.WaitAsync(cancellationToken);
    }

    /// <summary>For what is handled in the same transaction.</summary>
    /// <returns>Null when the event was here before.</returns>
    internal async Task<InboxMessage?> AddAsync(CoachDb db, Incoming incoming, CancellationToken cancellationToken)
    {
        var added = await db.InsertNewAsync([incoming.ToMessage(time.GetUtcNow())], EventKey, cancellationToken);
        return added.Count == 0
            ? null
            : await db.Inbox.SingleAsync(message => message.Platform == incoming.Platform && message.EventId == incoming.EventId, cancellationToken);
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
                (db, cancel) => db.InsertNewAsync(batch.ConvertAll(delivered => delivered.Message), EventKey, cancel),
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
            LogOneByOne(log, batch.Count, FaultText.Of(fault));
            await CommitOneByOneAsync(batch, fault);
        }
        catch (Exception fault)
        {
            LogNotStored(log, FaultText.Of(fault));
            Refuse(batch[0], fault);
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
                Refuse(delivered, fault);
                continue;
            }

            await CommitAsync([delivered]);
            failed = delivered.Stored.Task.IsFaulted ? failed + 1 : 0;
        }
    }

    private static void Refuse(Delivered delivered, Exception fault) => delivered.Stored.SetException(new NotStoredException("The database did not take the message.", fault));

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

    [LoggerMessage(LogLevel.Warning, "{Count} messages could not be stored together; each is tried alone: {Fault}")]
    private static partial void LogOneByOne(ILogger log, int count, string fault);

    [LoggerMessage(LogLevel.Error, "A message could not be stored, and was not acknowledged: {Fault}")]
    private static partial void LogNotStored(ILogger log, string fault);
}
