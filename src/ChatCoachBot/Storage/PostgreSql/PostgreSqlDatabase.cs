using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatCoachBot.Storage.PostgreSql;

/// <summary>A server on which any number of hosts work.</summary>
internal sealed class PostgreSqlDatabase : Database
{
    /// <summary>The advisory lock that starts take: "coach" in ASCII.</summary>
    private const long StartLock = 0x636F616368;

    /// <summary>
    /// A host that stands still in the middle of a transaction loses it, and with it the messages it had locked, after this time.
    /// A host that is killed loses them with its connection, at once.
    /// </summary>
    private static readonly TimeSpan LongestIdleTransaction = TimeSpan.FromSeconds(15);

    /// <summary>How long to wait for another start that is upgrading the same database.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlConnectionStringBuilder _connection;

    /// <exception cref="StartupException">The text is no connection string of PostgreSQL.</exception>
    public PostgreSqlDatabase(string connectionString)
    {
        try
        {
            _connection = new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(_connection.Host) || string.IsNullOrEmpty(_connection.Database))
            {
                throw new ArgumentException("A host and a database are needed.");
            }
        }
        catch (ArgumentException problem)
        {
            throw new StartupException(
                "ConnectionStrings:Coach is not a connection string of PostgreSQL: write it as \"Host=db.example.com;Database=coach;Username=coach;Password=…\".", problem);
        }

        _connection.ApplicationName ??= "ChatCoachBot";
        _connection.Options ??= $"-c idle_in_transaction_session_timeout={LongestIdleTransaction.TotalMilliseconds:0}";
    }

    public override bool IsShared => true;

    /// <summary>How to reach the server, with its password.</summary>
    internal string ConnectionString => _connection.ConnectionString;

    public override async ValueTask<DateTimeOffset> NowAsync(CoachDb db, TimeProvider time, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken);

    public override async Task<IAsyncDisposable> StartAloneAsync(CancellationToken cancellationToken)
    {
        // A lock of the session: it goes with the connection, so it does not come from the pool and back into it.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await TakeStartLockAsync(connection, cancellationToken);
            return connection;
        }
        catch (Exception problem)
        {
            await connection.DisposeAsync();
            throw problem is NpgsqlException fault ? Explain(fault) : problem;
        }
    }

    private async Task TakeStartLockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = StartLock } } };
        for (var waited = TimeSpan.Zero; await command.ExecuteScalarAsync(cancellationToken) is not true; waited += BetweenTries)
        {
            if (waited > Patience)
            {
                throw new StartupException($"The database {_connection.Database} is being upgraded by another start: wait for it to finish, and start again.");
            }

            await Task.Delay(BetweenTries, cancellationToken);
        }
    }

    // Starting on it says so where there is none: a server makes no database by being asked for it.
    public override Task RequireAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override bool HasHost() => true;

    public override Task RequireVersionAsync(CancellationToken cancellationToken) => OpenAsync(RequireVersionAsync, cancellationToken);

    public override Task UpgradeAsync(CancellationToken cancellationToken) => OpenAsync(MigrateAsync, cancellationToken);

    private async Task OpenAsync(Func<CoachDb, string, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = new PostgreSqlCoachDb(Options());
            await work(db, _connection.Database!, cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            throw Explain(problem);
        }
    }

    public override void Occupy()
    {
        // There is room for many.
    }

    public override Task BackUpAsync(string file, CancellationToken cancellationToken) =>
        throw new StartupException("This database is on PostgreSQL: copy it with pg_dump, which is made for that.");

    public override StartupException Explain(DbException fault) => new(
        fault switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
                $"PostgreSQL at {Server} does not let {_connection.Username} in: check user and password in ConnectionStrings:Coach.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                $"There is no database {_connection.Database} on PostgreSQL at {Server}: create it, or name another in ConnectionStrings:Coach.",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                $"{_connection.Username} may not do what I need in the database {_connection.Database} on {Server}: make it the owner of the database.",
            PostgresException problem => $"The database {_connection.Database} on PostgreSQL at {Server} cannot be used (SQLSTATE {problem.SqlState}).",
            _ => $"PostgreSQL at {Server} cannot be reached: start it, or name another server in ConnectionStrings:Coach.",
        },
        fault);

    public override void Dispose()
    {
        // Connections belong to their contexts.
    }

    internal override void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(ConnectionString).AddInterceptors(new LockingClause());

    private string Server => $"{_connection.Host}:{_connection.Port}";

    private DbContextOptions<PostgreSqlCoachDb> Options()
    {
        var options = new DbContextOptionsBuilder<PostgreSqlCoachDb>();
        Configure(options);
        return options.Options;
    }
}
