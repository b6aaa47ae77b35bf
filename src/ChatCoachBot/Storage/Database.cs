using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

/// <summary>What the kinds of database do differently. Everything else is the same queries on both.</summary>
public abstract class Database : IDisposable
{
    /// <summary>Whether several hosts may work on it. Where not, one writer at a time is let in, and one host.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Keeps out whoever else is starting on the same database, until the result is disposed.</summary>
    public abstract Task<IAsyncDisposable> StartAloneAsync(CancellationToken cancellationToken);

    /// <summary>For whoever looks after a database and is not to make one.</summary>
    /// <exception cref="StartupException">There is none.</exception>
    public abstract Task RequireAsync(CancellationToken cancellationToken);

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
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).Any())
        {
            throw new StartupException($"The database {name} was upgraded by a newer version: install that one, or go back to a copy made before.");
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    internal abstract void Configure(DbContextOptionsBuilder options);
}
