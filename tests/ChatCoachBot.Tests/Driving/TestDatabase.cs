using ChatCoachBot.Storage;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A test's own database, with a folder's content in it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>What a host is told to find it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The same on a command line.</summary>
    public string[] Arguments => [.. Settings.Select(setting => $"--{setting.Key}={setting.Value}")];

    /// <param name="contentFolder">The shipped content unless given.</param>
    public static async Task<TestDatabase> NewAsync(Store store, string? contentFolder = null) =>
        store == Store.Sqlite
            ? await SqliteTestDatabase.NewAsync(contentFolder ?? Repository.ContentFolder)
            : await PostgreSqlTestDatabase.NewAsync(contentFolder ?? Repository.ContentFolder);

    /// <summary>A look into it that no host knows of.</summary>
    public abstract CoachDb Open();

    /// <summary>Changes it behind the hosts' backs, or while none runs.</summary>
    public async Task ChangeAsync(Func<CoachDb, Task> change)
    {
        await using var db = Open();
        await change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T> ReadAsync<T>(Func<CoachDb, Task<T>> query)
    {
        await using var db = Open();
        return await query(db);
    }

    /// <summary>Lets nobody in meanwhile, and breaks the connections of those that are.</summary>
    public virtual Task InterruptAsync(Func<Task> meanwhile) => throw new NotSupportedException("Only a server can go away.");

    public abstract ValueTask DisposeAsync();
}
