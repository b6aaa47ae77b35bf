using System.Diagnostics;
using ChatCoachBot.Tests.Driving;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace ChatCoachBot.Tests.Driving;

/// <summary>A real server of Debian's package on a free loopback port, with a data folder of its own. It starts with the first test that asks for it.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string User = "coach";

    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(StartAsync);

    private TemporaryFolder? _folder;
    private int _port;

    /// <summary>Where Debian puts the newest of the installed versions; null where there is none.</summary>
    private static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
        : null;

    /// <summary>The running server. Where none is installed the test is skipped, and says so.</summary>
    public static Task<PostgreSqlServer> GetAsync()
    {
        Assert.SkipWhen(Programs is null, "PostgreSQL is not installed: ./test.sh installs it.");
        return Started.Value;
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = User,
        Database = database,
    }.ConnectionString;

    public async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString(database)) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Ends the server with the tests.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Started.IsValueCreated)
        {
            var server = await Started.Value;
            await RunAsync("pg_ctl", "stop", "-D", server.Data, "-m", "immediate", "-s");
            server._folder!.Dispose();
        }
    }

    private string Data => Path.Combine(_folder!.Path, "data");

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer { _folder = new TemporaryFolder(), _port = LoopbackPort.Free() };
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            await RunToEndAsync("chown", "postgres", server._folder.Path);
        }

        await RunAsync("initdb", "-D", server.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale", "C");
        // The tests kill hosts, not the server: what it would write to the disk is safe in its memory.
        var settings = $"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={server._folder.Path} -c max_connections=500 -c fsync=off";
        await RunAsync("pg_ctl", "start", "-D", server.Data, "-o", settings, "-l", Path.Combine(server._folder.Path, "log"), "-w", "-s");
        return server;
    }

    private static Task RunAsync(string program, params string[] arguments)
    {
        var file = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess ? RunToEndAsync("runuser", ["-u", "postgres", "--", file, .. arguments]) : RunToEndAsync(file, arguments);
    }

    private static async Task RunToEndAsync(string file, params string[] arguments)
    {
        // Its output is not read: the server would keep the pipe open for as long as it runs.
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{file} {string.Join(' ', arguments)}");
    }
}
