using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

/// <summary>
/// Runs what writes: everything a piece of work changes commits in one transaction, or not at all. SQLite has one writer, so there
/// one piece of work runs at a time: waiting here costs less than being refused there.
/// </summary>
public sealed class Writer(IDbContextFactory<CoachDb> contexts, Database database) : IDisposable
{
    private readonly SemaphoreSlim? _turn = database.IsShared ? null : new(1);

    public async Task<T> WriteAsync<T>(Func<CoachDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await (_turn?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
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
            _turn?.Release();
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

    public void Dispose() => _turn?.Dispose();
}
