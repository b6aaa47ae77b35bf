using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Outbox;

/// <summary>
/// Takes messages out of the outbox for this host to send, and notes what became of them. A claim is on the disk before the message is
/// sent: who finds one that its host did not live to follow up knows that the message may have arrived.
/// </summary>
internal sealed class OutboxQueue(HostId host, TimeProvider time)
{
    /// <summary>Longer than any send takes; a host that is silent for so long is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Claims the first waiting message of each conversation, replies before prompts. The others of the conversation wait until it is
    /// sent or dropped: so they stay in order, and no two hosts send to one conversation.
    /// </summary>
    public async Task<List<OutboxMessage>> ClaimAsync(CoachDb db, string platform, Pace pace, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (paused, outOfPrompts) = (pace.Paused(), pace.OutOfPrompts());
        var messages = await db.Outbox
            .AsNoTracking()
            .Where(message => message.Platform == platform && message.SentAt == null && message.DroppedAt == null)
            .Where(message => message.NotBefore == null || message.NotBefore <= now)
            .Where(message => message.ClaimedUntil == null || message.ClaimedUntil < now)
            .Where(message => !paused.Contains(message.Workspace))
            .Where(message => message.Kind != OutboxKind.Prompt || !outOfPrompts.Contains(message.Workspace))
            .Where(message => !db.Outbox.Any(earlier =>
                earlier.Platform == platform && earlier.Address == message.Address && earlier.Id < message.Id
                && earlier.SentAt == null && earlier.DroppedAt == null))
            .OrderBy(message => message.Kind)
            .ThenBy(message => message.Id)
            .Take(most)
            .LockedSkippingOthers()
            .ToListAsync(cancellationToken);
        if (messages.Count > 0)
        {
            await ClaimAsync(db, messages, now, cancellationToken);
        }

        return messages;
    }

    /// <summary>Notes that a whole batch went well, and of the others what became of each.</summary>
    public async Task NoteAsync(CoachDb db, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var (now, me) = (time.GetUtcNow(), host.ToString());
        List<long> sent = [.. messages.Where(message => message.SentAt is not null).Select(message => message.Id)];
        if (sent.Count > 0)
        {
            await db.Outbox.Where(row => sent.Contains(row.Id)).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.SentAt, now)
                    .SetProperty(row => row.ClaimedBy, (string?)null)
                    .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null),
                cancellationToken);
        }

        foreach (var message in messages.Where(message => message.SentAt is null))
        {
            // Another host that has taken it over meanwhile knows better.
            await db.Outbox.Where(row => row.Id == message.Id && row.ClaimedBy == me).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.DroppedAt, message.DroppedAt)
                    .SetProperty(row => row.DropReason, message.DropReason)
                    .SetProperty(row => row.Failures, message.Failures)
                    .SetProperty(row => row.NotBefore, message.NotBefore)
                    .SetProperty(row => row.UnknownAt, message.UnknownAt)
                    .SetProperty(row => row.ClaimedBy, (string?)null)
                    .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null),
                cancellationToken);
        }
    }

    /// <summary>Where this host is the only one, whatever was claimed before it started has lost its host.</summary>
    public Task TakeOverAsync(CoachDb db, CancellationToken cancellationToken)
    {
        var me = host.ToString();
        return db.Outbox
            .Where(message => message.SentAt == null && message.DroppedAt == null && message.ClaimedBy != null && message.ClaimedBy != me)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ClaimedUntil, DateTimeOffset.MinValue), cancellationToken);
    }

    private async Task ClaimAsync(CoachDb db, List<OutboxMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (me, until) = (host.ToString(), now + Lease);
        List<long> ids = [.. messages.Select(message => message.Id)];
        await db.Outbox.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.UnknownAt, row => row.ClaimedBy != null && row.UnknownAt == null ? now : row.UnknownAt)
                .SetProperty(row => row.ClaimedBy, me)
                .SetProperty(row => row.ClaimedUntil, until),
            cancellationToken);
        foreach (var message in messages.Where(message => message.ClaimedBy is not null))
        {
            message.UnknownAt ??= now;
        }
    }
}
