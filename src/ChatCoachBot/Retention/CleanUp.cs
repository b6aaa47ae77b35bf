using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatCoachBot.Retention;

/// <summary>Takes the text from old messages and removes older ones. Attempts and cards stay: they are the learner's.</summary>
internal sealed partial class CleanUp(Writer writer, TimeProvider time, IOptions<RetentionOptions> options, ILogger<CleanUp> log)
{
    /// <summary>How many rows share a commit: few enough that nobody waits for it.</summary>
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (noText, noRow) = (now.AddDays(-options.Value.TextDays), now.AddDays(-options.Value.RowDays));
        var emptied = await AgainAsync(
            db => db.Inbox
                .Where(message => db.Inbox
                    .Where(old => old.HandledAt < noText && old.Text != "")
                    .OrderBy(old => old.Id).Take(Batch).Select(old => old.Id).Contains(message.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.Text, ""), cancellationToken),
            cancellationToken);
        emptied += await AgainAsync(
            db => db.Outbox
                .Where(message => db.Outbox
                    .Where(old => (old.SentAt < noText || old.DroppedAt < noText) && old.Body != "")
                    .OrderBy(old => old.Id).Take(Batch).Select(old => old.Id).Contains(message.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.Body, ""), cancellationToken),
            cancellationToken);
        var removed = await AgainAsync(
            db => db.Inbox
                .Where(message => db.Inbox
                    .Where(old => old.HandledAt < noRow)
                    .OrderBy(old => old.Id).Take(Batch).Select(old => old.Id).Contains(message.Id))
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
        removed += await AgainAsync(
            db => db.Outbox
                .Where(message => db.Outbox
                    .Where(old => old.SentAt < noRow || old.DroppedAt < noRow || (old.SentAt == null && old.ExpiresAt < noRow))
                    .OrderBy(old => old.Id).Take(Batch).Select(old => old.Id).Contains(message.Id))
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
        if (emptied + removed > 0)
        {
            LogDone(log, emptied, removed);
        }
    }

    /// <summary>Batch after batch until there is none left, so that whoever else writes gets in between.</summary>
    private async Task<int> AgainAsync(Func<CoachDb, Task<int>> batch, CancellationToken cancellationToken)
    {
        var total = 0;
        int rows;
        do
        {
            rows = await writer.WriteAsync((db, _) => batch(db), cancellationToken);
            total += rows;
        }
        while (rows > 0);
        return total;
    }

    [LoggerMessage(LogLevel.Information, "Took the text from {Emptied} old messages and removed {Removed}.")]
    private static partial void LogDone(ILogger log, int emptied, int removed);
}
