using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChatCoachBot.Storage.Sqlite;

/// <summary>One file, written by one host (and by a terminal beside it).</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>How long to wait for another start that is upgrading the same file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const string MigrationsLock = "__EFMigrationsLock";

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private readonly SqliteConnectionStringBuilder _connection;
    private FileLock? _host;

    /// <exception cref="StartupException">The text is no connection string of SQLite.</exception>
    public SqliteDatabase(string connectionString)
    {
        try
        {
            // The interceptor's busy timeout waits in SQLite itself; the provider's own would sleep 150 ms at a time.
            _connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 10 };
        }
        catch (ArgumentException problem)
        {
            throw new StartupException("ConnectionStrings:Coach is not a SQLite connection string: write it as \"Data Source=coach.db\".", problem);
        }

        if (string.IsNullOrWhiteSpace(FileName) || FileName == ":memory:" || _connection.Mode == SqliteOpenMode.Memory)
        {
            throw new StartupException("ConnectionStrings:Coach names no file: write it as \"Data Source=coach.db\".");
        }

        if (!string.IsNullOrEmpty(_connection.Password))
        {
            throw new StartupException("ConnectionStrings:Coach has a password, which a SQLite file cannot have here: leave it out, and guard the file instead.");
        }
    }

    public override bool IsShared => false;

    private string FileName => _connection.DataSource;

    public override ValueTask<DateTimeOffset> NowAsync(CoachDb db, TimeProvider time, CancellationToken cancellationToken) => ValueTask.FromResult(time.GetUtcNow());

    public override async Task<IAsyncDisposable> StartAloneAsync(CancellationToken cancellationToken) =>
        await FileLock.WaitAsync(LockFile("start"), Patience, cancellationToken)
        ?? throw new StartupException($"The database {FileName} is being upgraded by another start: wait for it to finish, and start again.");

    public override void Occupy() => _host = FileLock.Take(LockFile("host"))
        ?? throw new StartupException(
            $"Another host already serves {FileName}. Stop it first; several hosts need PostgreSQL (see \"Running at scale\" in the README).");

    public override Task RequireAsync(CancellationToken cancellationToken) => File.Exists(FileName)
        ? Task.CompletedTask
        : throw new StartupException($"There is no database at {Path.GetFullPath(FileName)}: name it in ConnectionStrings:Coach.");

    public override bool HasHost()
    {
        using var free = FileLock.Take(LockFile("host"));
        return free is null;
    }

    public override async Task RequireVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = new SqliteCoachDb(Options());
            await RequireVersionAsync(db, FileName, cancellationToken);
        }
        catch (SqliteException problem)
        {
            throw Explain(problem);
        }
    }

    public override async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = new SqliteCoachDb(Options());
            await RefuseForeignAsync(db, cancellationToken);
            // The file remembers it: readers and the writer do not wait for each other, and a commit is one trip to the disk.
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancellationToken);
            // Migrating takes a lock in the database, which a killed start leaves behind. No other start runs now: whoever left one is gone.
            await BreakAbandonedLockAsync(db, cancellationToken);
            await MigrateAsync(db, FileName, cancellationToken);

            // Finds out now, not at the first message, whether the file can be written.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE Imports SET At = At", cancellationToken);
        }
        catch (SqliteException problem)
        {
            throw Explain(problem);
        }
    }

    public override async Task BackUpAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            throw new StartupException($"{file} exists already: name a file that is not there yet.");
        }

        // A copy that is cut short must not look like one that can be relied on.
        var partial = file + ".partial";
        try
        {
            File.Delete(partial);
            await using (var db = new SqliteCoachDb(Options()))
            {
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {partial}", cancellationToken);
            }

            await using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
            {
                copy.Flush(flushToDisk: true);
            }

            File.Move(partial, file);
        }
        catch (SqliteException problem)
        {
            throw problem.SqliteErrorCode == CannotOpen
                ? new StartupException($"{file} cannot be written: make sure that its folder exists and can be written.", problem)
                : Explain(problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{file} cannot be written: make sure that its folder exists and can be written.", problem);
        }
    }

    public override StartupException Explain(DbException fault) => new(Sentence((fault as SqliteException)?.SqliteErrorCode ?? 0), fault);

    public override void Dispose() => _host?.Dispose();

    internal override void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(_connection.ConnectionString).AddInterceptors(new SqlitePragmas());

    private DbContextOptions<SqliteCoachDb> Options()
    {
        var options = new DbContextOptionsBuilder<SqliteCoachDb>();
        Configure(options);
        return options.Options;
    }

    /// <summary>Another program's file would be filled with our tables, and used by both.</summary>
    private async Task RefuseForeignAsync(SqliteCoachDb db, CancellationToken cancellationToken)
    {
        var hasHistory = await CountAsync(db, HistoryRepository.DefaultTableName, cancellationToken) > 0;
        // A first start that was killed may have left no more than a lock.
        if (!hasHistory && await CountAsync(db, "%", cancellationToken) > await CountAsync(db, MigrationsLock, cancellationToken))
        {
            throw new StartupException($"{FileName} is the database of another program: name another file in ConnectionStrings:Coach.");
        }
    }

    private static Task<int> CountAsync(SqliteCoachDb db, string tables, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name LIKE {tables}").SingleAsync(cancellationToken);

    private static async Task BreakAbandonedLockAsync(SqliteCoachDb db, CancellationToken cancellationToken)
    {
        if (await CountAsync(db, MigrationsLock, cancellationToken) > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }
    }

    private string Sentence(int code) => code switch
    {
        Busy or Locked => $"The database {FileName} is locked by another program: close it, or wait for it to finish, and start again.",
        ReadOnly => $"The database {FileName} is read-only: allow writing to it and to its folder, or name another file in ConnectionStrings:Coach.",
        Corrupt or NotADatabase => $"{FileName} is not a database that I can read: restore it from a copy, or move it away to start afresh.",
        Full => $"There is no room left on the disk of {FileName}: make some and start again.",
        CannotOpen => Unopenable(),
        _ => $"The database {FileName} cannot be used (SQLite error {code}): see https://www.sqlite.org/rescode.html for what it means.",
    };

    private string Unopenable() =>
        $"The database {FileName} cannot be opened: make sure that its folder exists and can be written, or name another file in ConnectionStrings:Coach.";

    /// <summary>A file beside the database. Not the database itself: closing a second handle on it would drop SQLite's own locks (see "How To Corrupt", 2.2).</summary>
    /// <exception cref="StartupException">The folder is not there or cannot be written.</exception>
    private string LockFile(string purpose)
    {
        // One file by two names is one database.
        var file = new FileInfo(Path.GetFullPath(FileName));
        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        return Directory.Exists(Path.GetDirectoryName(target)) ? $"{target}-{purpose}" : throw new StartupException(Unopenable());
    }
}
