using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

/// <summary>Brings the database file into being and up to date before anything else runs.</summary>
public sealed class DatabaseStart(IDbContextFactory<CoachDb> contexts, IConfiguration configuration)
{
    /// <summary>How long to wait for another start that is upgrading the same file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <exception cref="StartupException">The file cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            // Migrating takes a lock that a killed start would leave behind; a database that is up to date needs neither.
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await MigrateAsync(db, cancellationToken);
            }

            // Finds out now, not at the first message, whether the file can be written.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE Imports SET At = At", cancellationToken);
        }
        catch (SqliteException problem)
        {
            throw Explain(problem);
        }
    }

    /// <summary>What a person can do about a fault of the database.</summary>
    public StartupException Explain(SqliteException problem) => new(Sentence(problem.SqliteErrorCode, FileName()), problem);

    private async Task MigrateAsync(CoachDb db, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await db.Database.MigrateAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartupException(
                $"The database {FileName()} is being upgraded by another start, or one was killed while it did so. If no other runs, empty its table __EFMigrationsLock and start again.");
        }
    }

    private static string Sentence(int code, string file) => code switch
    {
        Busy or Locked => $"The database {file} is locked by another program: close it, or wait for it to finish, and start again.",
        ReadOnly => $"The database {file} is read-only: allow writing to it and to its folder, or name another file in ConnectionStrings:Coach.",
        Corrupt or NotADatabase => $"{file} is not a database that I can read: restore it from a copy, or move it away to start afresh.",
        Full => $"There is no room left on the disk of {file}: make some and start again.",
        CannotOpen => $"The database {file} cannot be opened: make sure that its folder exists and can be written, or name another file in ConnectionStrings:Coach.",
        _ => $"The database {file} cannot be used (SQLite error {code}): see https://www.sqlite.org/rescode.html for what it means.",
    };

    private string FileName() => new SqliteConnectionStringBuilder(configuration.GetConnectionString(StorageServices.ConnectionName)).DataSource;
}
