using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

/// <summary>
/// Runs what writes, one at a time: SQLite has one writer, and waiting here costs less than being refused there.
/// Everything a piece of work changes commits in one transaction, or not at all.
/// </summary>
public sealed class Writer(IDbContextFactory<CoachDb> contexts) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<T> WriteAsync<T>(Func<CoachDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await work(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task WriteAsync(Func<CoachDb, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async (db, cancel) =>
            {
                await work(db, cancel);
                return true;
            },
            cancellationToken);

    public void Dispose() => _turn.Dispose();
}
