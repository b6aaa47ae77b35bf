using ChatCoachBot.Storage;
using ChatCoachBot.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A database whose host is not running: what a kill may leave behind is written here.</summary>
internal static class DatabaseFile
{
    public static async Task ChangeAsync(string file, Func<CoachDb, Task> change)
    {
        await using var db = new SqliteCoachDb(new DbContextOptionsBuilder<SqliteCoachDb>().UseSqlite($"Data Source={file};Pooling=False").Options);
        await change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
