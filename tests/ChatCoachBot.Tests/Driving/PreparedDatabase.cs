using Microsoft.Data.Sqlite;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A database with the shipped content, made once and copied for each test: importing is tested by the tests of importing.</summary>
internal static class PreparedDatabase
{
    private static readonly Lazy<Task<byte[]>> Bytes = new(MakeAsync);

    public static async Task CopyToAsync(string file) => await File.WriteAllBytesAsync(file, await Bytes.Value);

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "coach.db");
        using (var process = HostProcess.Start(folder, "--Management:Url=", "--urls=http://127.0.0.1:0"))
        {
            await process.ReadyAsync();
            await process.StopAsync();
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
