using System.Collections.Concurrent;
using ChatCoachBot.Storage;
using ChatCoachBot.Storage.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A copy of a template on the server, which is made once for each folder of content.</summary>
internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);

    private static int _count;

    private readonly PostgreSqlServer _server;
    private readonly string _name;

    private PostgreSqlTestDatabase(PostgreSqlServer server, string name) => (_server, _name, Settings) = (server, name, SettingsOf(server, name));

    public override IReadOnlyDictionary<string, string> Settings { get; }

    public static async Task<PostgreSqlTestDatabase> NewAsync(string contentFolder)
    {
        var server = await PostgreSqlServer.GetAsync();
        var template = await Templates.GetOrAdd(contentFolder, folder => new(() => MakeTemplateAsync(server, folder))).Value;
        var name = $"coach_{Interlocked.Increment(ref _count)}";
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return new PostgreSqlTestDatabase(server, name);
    }

    /// <summary>A database that an earlier version has written.</summary>
    public static async Task<PostgreSqlTestDatabase> NewFromAsync(string old)
    {
        var server = await PostgreSqlServer.GetAsync();
        var name = $"coach_{Interlocked.Increment(ref _count)}";
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        await server.ExecuteAsync(await OldDatabase.ReadAsync(old), name);
        return new PostgreSqlTestDatabase(server, name);
    }

    public override CoachDb Open() =>
        new PostgreSqlCoachDb(new DbContextOptionsBuilder<PostgreSqlCoachDb>().UseNpgsql(Settings["ConnectionStrings:Coach"]).Options);

    public override async Task InterruptAsync(Func<Task> meanwhile)
    {
        await _server.ExecuteAsync($"ALTER DATABASE {_name} ALLOW_CONNECTIONS false");
        await _server.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{_name}'");
        await meanwhile();
        await _server.ExecuteAsync($"ALTER DATABASE {_name} ALLOW_CONNECTIONS true");
    }

    public override async ValueTask DisposeAsync() => await _server.ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");

    private static async Task<string> MakeTemplateAsync(PostgreSqlServer server, string contentFolder)
    {
        var name = $"template_{Interlocked.Increment(ref _count)}";
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        await PreparedDatabase.FillAsync(SettingsOf(server, name), contentFolder);
        // A database that somebody is connected to cannot be copied.
        await server.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await server.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
        return name;
    }

    private static Dictionary<string, string> SettingsOf(PostgreSqlServer server, string name) => new()
    {
        ["Database:Provider"] = "PostgreSql",
        ["ConnectionStrings:Coach"] = server.ConnectionString(name),
    };
}
