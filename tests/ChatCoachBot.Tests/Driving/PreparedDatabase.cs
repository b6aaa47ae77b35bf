using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A database with a folder's content, made once for each folder and copied for each test: importing is tested by the tests of importing.</summary>
internal static class PreparedDatabase
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> ByFolder = new(StringComparer.Ordinal);

    /// <summary>Writes it as a file of SQLite.</summary>
    public static async Task CopyToAsync(string file, string? contentFolder = null) =>
        await File.WriteAllBytesAsync(file, await ByFolder.GetOrAdd(contentFolder ?? Repository.ContentFolder, static folder => new(() => MakeFileAsync(folder))).Value);

    /// <summary>Starts the coach's services here, not in a process of their own: most of a process's start is warming up, which the tests need anyway.</summary>
    public static async Task FillAsync(IReadOnlyDictionary<string, string> settings, string contentFolder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Content:Path", (string?)contentFolder)]);
        builder.Services.AddCoach(builder.Configuration);
        using var host = builder.Build();
        await CoachStart.RunAsync(host.Services, importsChanges: true, CancellationToken.None);
    }

    private static async Task<byte[]> MakeFileAsync(string contentFolder)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "coach.db");
        await FillAsync(new Dictionary<string, string> { ["ConnectionStrings:Coach"] = $"Data Source={file};Pooling=False" }, contentFolder);
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
