using ChatCoachBot.Storage;
using ChatCoachBot.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Driving;

internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly TemporaryFolder _folder = new();

    private SqliteTestDatabase() => Settings = new Dictionary<string, string> { ["ConnectionStrings:Coach"] = $"Data Source={File}" };

    public override IReadOnlyDictionary<string, string> Settings { get; }

    private string File => Path.Combine(_folder.Path, "coach.db");

    public static async Task<SqliteTestDatabase> NewAsync(string contentFolder)
    {
        var database = new SqliteTestDatabase();
        await PreparedDatabase.CopyToAsync(database.File, contentFolder);
        return database;
    }

    /// <summary>A file that an earlier version has written.</summary>
    public static async Task<SqliteTestDatabase> NewFromAsync(string old)
    {
        var database = new SqliteTestDatabase();
        await OldDatabase.UnpackAsync(old, database.File);
        return database;
    }

    public override CoachDb Open() => new SqliteCoachDb(new DbContextOptionsBuilder<SqliteCoachDb>().UseSqlite($"Data Source={File};Pooling=False").Options);

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
