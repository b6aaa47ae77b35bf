using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Outbox;

/// <summary>
/// Takes messages out of the outbox for this host to send, and notes what became of them. A claim is on the disk before the message is
/// sent: who finds one that its host did not live to follow up knows that the message may have arrived.
/// </summary>
internal sealed class OutboxQueue(HostId host, Database database, TimeProvider time)
{
    /// <summary>Longer than any send takes; a host that is silent for so long is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private readonly string _me = host.ToString();

    /// <summary>
    /// Claims the first waiting message of each conversation, replies before prompts, as fast as the platform's limits allow. The others of
    /// the conversation wait until it is sent or dropped.
    /// </summary>
    /// <param name="found">What <see cref="FindAsync"/> found; null to look here.</param>
    /// <returns>What is to be sent now, and how long until more may go; null when nothing waits for the limits.</returns>
    public async Task<(IReadOnlyList<OutboxMessage> Claimed, TimeSpan? Wait)> ClaimAsync(
        CoachDb db, string platform, Pace pace, IReadOnlyList<long>? found, int most, CancellationToken cancellationToken)
    {
        var alive = await database.NowAsync(db, time, cancellationToken);
        var choice = found is null
            ? FirstOfEachConversation(db, platform, pace, alive).Take(most)
            : Waiting(db).AsNoTracking().Where(message => found.Contains(message.Id) && (message.ClaimedUntil == null || message.ClaimedUntil < alive))
                .OrderBy(message => message.Kind).ThenBy(message => message.Id);
        var waiting = await choice.LockedSkippingOthers().ToListAsync(cancellationToken);
        var waits = waiting.ToLookup(message => IsLate(message) ? null : pace.Wait(message));
        List<OutboxMessage> claimed = [.. waits[null]];
        if (claimed.Count > 0)
        {
            await ClaimAsync(db, claimed, alive, cancellationToken);
        }

        foreach (var putOff in waits.Where(some => some.Key is not null))
        {
            await PutOffAsync(db, putOff, putOff.Key!.Value, cancellationToken);
        }

        return (claimed, waits.Min(some => some.Key));
    }

    /// <summary>
    /// Looks for what may be claimed, while others write: the longer the queue, the longer that takes. For a host that has the database to
    /// itself, since another one could claim the same meanwhile.
    /// </summary>
    public async Task<IReadOnlyList<long>> FindAsync(CoachDb db, string platform, Pace pace, int most, CancellationToken cancellationToken) =>
        await FirstOfEachConversation(db, platform, pace, time.GetUtcNow()).Select(message => message.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>Notes that a whole batch went well, and of the others what became of each.</summary>
    public async Task NoteAsync(CoachDb db, IReadOnlyList<OutboxMessage> messages, IReadOnlyCollection<Pause> pauses, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
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
            await db.Outbox.Where(row => row.Id == message.Id && row.ClaimedBy == _me).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.DroppedAt, message.DroppedAt)
                    .SetProperty(row => row.DropReason, message.DropReason)
                    .SetProperty(row => row.Failures, message.Failures)
                    .SetProperty(row => row.FirstFailedAt, message.FirstFailedAt)
                    .SetProperty(row => row.NotBefore, message.NotBefore)
                    .SetProperty(row => row.UnknownAt, message.UnknownAt)
                    .SetProperty(row => row.ClaimedBy, (string?)null)
                    .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null),
                cancellationToken);
        }

        await NameRoundsAsync(db, messages, cancellationToken);
        await EndSchedulesAsync(db, messages, cancellationToken);
        await NoteAsync(db, pauses, cancellationToken);
    }

    /// <summary>A channel's members answer in the thread of the message, so its name is to be known.</summary>
    private static async Task NameRoundsAsync(CoachDb db, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages.Where(message => message is { MessageId: not null, Destination.Round: not null }))
        {
            await db.Rounds.Where(round => round.Id == message.Destination!.Round).ExecuteUpdateAsync(
                set => set.SetProperty(round => round.MessageId, message.MessageId), cancellationToken);
        }
    }

    /// <summary>Where nothing arrives any more, nothing is sent any more.</summary>
    private static async Task EndSchedulesAsync(CoachDb db, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages.Where(message => message.GoneBecause is not null))
        {
            if (await db.Schedules.Where(schedule => schedule.ConversationId == message.ConversationId).Locked().SingleOrDefaultAsync(cancellationToken) is { } schedule)
            {
                schedule.End(message.GoneBecause!);
            }
        }
    }

    /// <summary>Where this host is the only one, whatever was claimed before it started has lost its host.</summary>
    public Task TakeOverAsync(CoachDb db, CancellationToken cancellationToken) =>
        Waiting(db)
            .Where(message => message.ClaimedBy != null && message.ClaimedBy != _me)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ClaimedUntil, DateTimeOffset.MinValue), cancellationToken);

    /// <summary>Gives back what this host claimed in a transaction whose end it did not learn of; none of it was sent.</summary>
    public Task ReleaseAsync(CoachDb db, IReadOnlyCollection<long> underWay, CancellationToken cancellationToken) =>
        Waiting(db)
            .Where(message => message.ClaimedBy == _me && !underWay.Contains(message.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(message => message.ClaimedBy, (string?)null).SetProperty(message => message.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);

    private static IQueryable<OutboxMessage> Waiting(CoachDb db) => db.Outbox.Where(message => message.SentAt == null && message.DroppedAt == null);

    private IOrderedQueryable<OutboxMessage> FirstOfEachConversation(CoachDb db, string platform, Pace pace, DateTimeOffset alive)
    {
        var now = time.GetUtcNow();
        var (longest, longestPause) = (now + Backoff.Longest, now + Pause.Longest);
        var (full, fullOfPrompts) = (pace.Full(), pace.FullOfPrompts());
        return Waiting(db)
            .AsNoTracking()
            .Where(message => message.Platform == platform)
            .Where(message => message.NotBefore == null || message.NotBefore <= now || message.NotBefore > longest)
            .Where(message => message.ClaimedUntil == null || message.ClaimedUntil < alive)
            .Where(message => !full.Contains(message.Workspace))
            .Where(message => message.Kind != OutboxKind.Prompt || !fullOfPrompts.Contains(message.Workspace))
            .Where(message => !db.Pauses.Any(pause =>
                pause.Platform == platform && pause.Workspace == message.Workspace && pause.Until > now && pause.Until <= longestPause))
            // No id is below zero. The "or" keeps PostgreSQL from joining the table with itself, which goes wrong by orders of magnitude when
            // it has not noticed yet how many messages wait: so it looks into one conversation at a time, until it has enough.
            .Where(message => message.Id < 0 || !db.Outbox.Any(other =>
                other.Platform == platform && other.Address == message.Address && other.Id != message.Id
                && other.SentAt == null && other.DroppedAt == null
                && (other.Kind < message.Kind || (other.Kind == message.Kind && other.Id < message.Id) || other.ClaimedUntil >= alive)))
            .OrderBy(message => message.Kind)
            .ThenBy(message => message.Id);
    }

    private bool IsLate(OutboxMessage message) => message.ExpiresAt < time.GetUtcNow();

    private async Task ClaimAsync(CoachDb db, List<OutboxMessage> messages, DateTimeOffset alive, CancellationToken cancellationToken)
    {
        var (now, until) = (time.GetUtcNow(), alive + Lease);
        List<long> ids = [.. messages.Select(message => message.Id)];
        await db.Outbox.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.UnknownAt, row => row.ClaimedBy != null && row.UnknownAt == null ? now : row.UnknownAt)
                .SetProperty(row => row.ClaimedBy, _me)
                .SetProperty(row => row.ClaimedUntil, until),
            cancellationToken);
        foreach (var message in messages.Where(message => message.ClaimedBy is not null))
        {
            message.UnknownAt ??= now;
        }
    }

    private Task<int> PutOffAsync(CoachDb db, IEnumerable<OutboxMessage> messages, TimeSpan wait, CancellationToken cancellationToken)
    {
        var later = time.GetUtcNow() + wait;
        List<long> ids = [.. messages.Select(message => message.Id)];
        return db.Outbox.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, later), cancellationToken);
    }

    private static async Task NoteAsync(CoachDb db, IReadOnlyCollection<Pause> pauses, CancellationToken cancellationToken)
    {
        if (pauses.Count == 0)
        {
            return;
        }

        // In one order, so that two hosts do not wait for each other.
        List<Pause> ordered = [.. pauses.OrderBy(pause => (pause.Platform, pause.Workspace))];
        await db.InsertNewAsync(ordered, (nameof(Pause.Platform), nameof(Pause.Workspace)), cancellationToken);
        foreach (var pause in ordered)
        {
            await db.Pauses
                .Where(known => known.Platform == pause.Platform && known.Workspace == pause.Workspace)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.Until, pause.Until), cancellationToken);
        }
    }
}
