using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatCoachBot.Retention;

/// <summary>Takes the text from old messages and removes older ones. Attempts and cards stay: they are the learner's.</summary>
internal sealed partial class CleanUp(
    Writer writer, IDbContextFactory<CoachDb> contexts, IEnumerable<IChannel> channels, TimeProvider time, IOptions<RetentionOptions> options, ILogger<CleanUp> log)
{
    /// <summary>How many rows share a commit: few enough that nobody waits for it.</summary>
    private const int Batch = 500;

    private const string Id = nameof(InboxMessage.Id);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (noText, noRow) = (now.AddDays(-options.Value.TextDays), now.AddDays(-options.Value.RowDays));
        var forgotten = await ForgetAsync(cancellationToken);
        var emptied = await ChangeAsync(
            db => db.Inbox.Where(message => message.HandledAt < noText && message.Text != ""),
            (rows, cancel) => rows.ExecuteUpdateAsync(set => set.SetProperty(message => message.Text, "").SetProperty(message => message.Origin, (Origin?)null), cancel),
            cancellationToken);
        emptied += await ChangeAsync(
            db => db.Outbox.Where(message => (message.SentAt < noText || message.DroppedAt < noText) && message.Body != ""),
            (rows, cancel) => rows.ExecuteUpdateAsync(set => set.SetProperty(message => message.Body, "").SetProperty(message => message.Destination, (Destination?)null), cancel),
            cancellationToken);
        var removed = await ChangeAsync(
            db => db.Inbox.Where(message => message.HandledAt < noRow),
            (rows, cancel) => rows.ExecuteDeleteAsync(cancel),
            cancellationToken);
        removed += await ChangeAsync(
            db => db.Outbox.Where(message => message.ConversationId != null).Where(message => message.SentAt < noRow || message.DroppedAt < noRow || (message.SentAt == null && message.ExpiresAt < noRow)),
            (rows, cancel) => rows.ExecuteDeleteAsync(cancel),
            cancellationToken);
        await writer.WriteAsync((db, cancel) => db.OneTimeCodes.Where(code => code.ExpiresAt <= now).ExecuteDeleteAsync(cancel), cancellationToken);
        removed += forgotten;
        if (emptied + removed > 0)
        {
            LogDone(log, emptied, removed);
        }
    }

    /// <summary>When somebody who is forgotten has had the last words, how they are reached goes too; who has begun anew meanwhile keeps that.</summary>
    private async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var ids = await FindAsync(db => db.Outbox.Where(message => message.ConversationId == null && (message.SentAt != null || message.DroppedAt != null)).Select(message => message.Id), cancellationToken);
        foreach (var id in ids)
        {
            await writer.WriteAsync((db, cancel) => ForgetAsync(db, id, cancel), cancellationToken);
        }

        if (ids.Count > 0)
        {
            await EmptyLogAsync(cancellationToken);
        }

        return ids.Count;
    }

    /// <summary>SQLite's log of changes still has what was erased, until it is written over. When others are at it, the next time will do.</summary>
    private async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        }
    }

    private async Task ForgetAsync(CoachDb db, long lastWords, CancellationToken cancellationToken)
    {
        var message = await db.Outbox.SingleAsync(message => message.Id == lastWords, cancellationToken);
        if (channels.FirstOrDefault(channel => channel.Platform == message.Platform) is { } channel
            && !await db.Conversations.AnyAsync(conversation => conversation.Platform == message.Platform && conversation.Address == message.Address, cancellationToken)
            && !await db.Inbox.AnyAsync(said => said.Platform == message.Platform && said.Address == message.Address && said.HandledAt == null, cancellationToken))
        {
            await channel.ForgetAsync(db, message.Address, cancellationToken);
        }

        db.Outbox.Remove(message);
    }

    /// <summary>
    /// Goes through a table once, in the order of its ids. Looking for what is old takes longest, and is done while others write; each
    /// batch is changed in a transaction of its own.
    /// </summary>
    /// <returns>How many rows were changed.</returns>
    private async Task<int> ChangeAsync<T>(
        Func<CoachDb, IQueryable<T>> old, Func<IQueryable<T>, CancellationToken, Task<int>> change, CancellationToken cancellationToken)
        where T : class
    {
        var (total, last) = (0, 0L);
        while (true)
        {
            var ids = await FindAsync(db => old(db).Select(row => EF.Property<long>(row, Id)).Where(id => id > last), cancellationToken);
            if (ids.Count > 0)
            {
                last = ids[^1];
                total += await writer.WriteAsync((db, cancel) => change(db.Set<T>().Where(row => ids.Contains(EF.Property<long>(row, Id))), cancel), cancellationToken);
            }

            if (ids.Count < Batch)
            {
                return total;
            }
        }
    }

    private async Task<List<long>> FindAsync(Func<CoachDb, IQueryable<long>> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ids(db).OrderBy(id => id).Take(Batch).ToListAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Took the text from {Emptied} old messages and removed {Removed}.")]
    private static partial void LogDone(ILogger log, int emptied, int removed);
}
