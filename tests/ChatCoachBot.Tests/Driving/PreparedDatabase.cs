using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A database with a folder's content, made once for each folder and copied for each test: importing is tested by the tests of importing.</summary>
internal static class PreparedDatabase
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> ByFolder = new(StringComparer.Ordinal);

    public static async Task CopyToAsync(string file, string? contentFolder = null) =>
        await File.WriteAllBytesAsync(file, await ByFolder.GetOrAdd(contentFolder ?? Repository.ContentFolder, static folder => new(() => MakeAsync(folder))).Value);

    /// <summary>Starts the coach's services here, not in a process of their own: most of a process's start is warming up, which the tests need anyway.</summary>
    private static async Task<byte[]> MakeAsync(string contentFolder)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "coach.db");
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Coach"] = $"Data Source={file};Pooling=False",
            ["Content:Path"] = contentFolder,
        });
        builder.Services.AddCoach();
        using (var host = builder.Build())
        {
            await CoachStart.RunAsync(host.Services, importsChanges: true, CancellationToken.None);
        }

        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync();
        }

        return await File.ReadAllBytesAsync(file);
    }
}
