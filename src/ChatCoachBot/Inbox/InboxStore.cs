using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Inbox;

/// <summary>Takes in what platforms deliver. When <see cref="StoreAsync"/> returns, the message is on the disk and may be acknowledged.</summary>
public sealed class InboxStore(Writer writer, TimeProvider time, Signal<InboxMessage> arrived, Telemetry telemetry)
{
    /// <returns>False when the event was here before; then nothing changes.</returns>
    public async Task<bool> StoreAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var isNew = await writer.WriteAsync((db, cancel) => AddAsync(db, incoming, cancel), cancellationToken) is not null;
        if (isNew)
        {
            telemetry.Received(incoming.Platform);
            arrived.Set();
        }

        return isNew;
    }

    /// <summary>The part of it that runs inside a transaction.</summary>
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
}
