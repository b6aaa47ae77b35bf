using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

/// <summary>What the kinds of database do differently. Everything else is the same queries on both.</summary>
public abstract class Database : IDisposable
{
    /// <summary>Whether several hosts may work on it. Where not, one writer at a time is let in, and one host.</summary>
    public abstract bool IsShared { get; }

    /// <summary>The clock by which hosts judge whether another one is alive; on a server it is the server's, since theirs may differ.</summary>
    public abstract ValueTask<DateTimeOffset> NowAsync(CoachDb db, TimeProvider time, CancellationToken cancellationToken);

    /// <summary>Keeps out whoever else is starting on the same database, until the result is disposed.</summary>
    public abstract Task<IAsyncDisposable> StartAloneAsync(CancellationToken cancellationToken);

    /// <summary>For whoever looks after a database and is not to make one.</summary>
    /// <exception cref="StartupException">There is none.</exception>
    public abstract Task RequireAsync(CancellationToken cancellationToken);

    /// <summary>For whoever works beside a host, and is not to change the database under it.</summary>
    /// <exception cref="StartupException">The database is of another version.</exception>
    public abstract Task RequireVersionAsync(CancellationToken cancellationToken);

    /// <summary>Whether a host works on it, as far as can be told: a server is taken to have one.</summary>
    public abstract bool HasHost();

    /// <summary>Brings the database into being and up to date. Call it within <see cref="StartAloneAsync"/>.</summary>
    /// <exception cref="StartupException">It cannot be used.</exception>
    public abstract Task UpgradeAsync(CancellationToken cancellationToken);

    /// <summary>Takes the database for this host alone, where it is not <see cref="IsShared"/>, until this is disposed.</summary>
    /// <exception cref="StartupException">Another host has it.</exception>
    public abstract void Occupy();

    /// <summary>Copies the database, consistent as of one moment, while hosts go on writing.</summary>
    /// <exception cref="StartupException">It cannot be copied, and why.</exception>
    public abstract Task BackUpAsync(string file, CancellationToken cancellationToken);

    /// <summary>What a person can do about a fault of the database.</summary>
    public abstract StartupException Explain(DbException fault);

    public abstract void Dispose();

    /// <exception cref="StartupException">A newer version of the program has changed it in ways that this one does not know.</exception>
    protected static async Task MigrateAsync(CoachDb db, string name, CancellationToken cancellationToken)
    {
        if (await IsOlderAsync(db, name, cancellationToken))
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    /// <exception cref="StartupException">An older or a newer version of the program works on it.</exception>
    protected static async Task RequireVersionAsync(CoachDb db, string name, CancellationToken cancellationToken)
    {
        if (await IsOlderAsync(db, name, cancellationToken))
        {
            throw new StartupException($"The database {name} is of an older version: start the host of this version first, which upgrades it.");
        }
    }

    private static async Task<bool> IsOlderAsync(CoachDb db, string name, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).Any())
        {
            throw new StartupException($"The database {name} was upgraded by a newer version: install that one, or go back to a copy made before.");
        }

        return (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    internal abstract void Configure(DbContextOptionsBuilder options);
}
