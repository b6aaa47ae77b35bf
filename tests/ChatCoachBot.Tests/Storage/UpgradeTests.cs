using System.IO.Compression;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Storage;

/// <summary>Databases of earlier versions are brought up to date where they are. Each file beside this one was written by the version that its name tells.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.Path, "coach.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_of_the_first_version_goes_on_with_what_it_held_and_what_waited_in_it()
    {
        await UnpackAsync("20261123-initial.db.gz");

        using var host = Start();
        await host.ReadyAsync();
        await UntilNothingWaitsAsync();
        await host.StopAsync();

        await DatabaseFile.ChangeAsync(Database, async db =>
        {
            (await db.Database.GetPendingMigrationsAsync(Cancel)).ShouldBeEmpty();
            (await db.Attempts.CountAsync(Cancel)).ShouldBe(2);
            (await db.Conversations.Include(conversation => conversation.Schedule).SingleAsync(Cancel)).Schedule.TimeZone.ShouldBe("Europe/Warsaw");
            // A kill had left one message that was not handled: "paths".
            var last = await db.Outbox.OrderBy(message => message.Id).LastAsync(Cancel);
            last.Body.ShouldContain("You are on Release Engineer.");
        });
    }

    [Fact]
    public async Task The_lock_of_a_start_that_was_killed_in_the_middle_of_an_upgrade_does_not_hold_up_the_next()
    {
        await UnpackAsync("20261123-initial.db.gz");
        await DatabaseFile.ChangeAsync(Database, db => db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-23 08:00:00')", Cancel));

        using var host = Start();

        await host.ReadyAsync();
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.PostgreSql)]
    public async Task A_database_of_a_newer_version_is_left_alone(Store store)
    {
        await using var database = await TestDatabase.NewAsync(store, Repository.SmallContentFolder);
        await database.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Future', '99.0.0')""", Cancel));

        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["--urls=http://127.0.0.1:0", "--Management:Url=", .. database.Arguments]);

        exitCode.ShouldBe(1);
        output.ShouldEndWith("was upgraded by a newer version: install that one, or go back to a copy made before.");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.PostgreSql)]
    public async Task The_model_needs_no_migration_that_is_not_there(Store store)
    {
        await using var database = await TestDatabase.NewAsync(store, Repository.SmallContentFolder);
        await using var db = database.Open();

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_file_commits_to_a_write_ahead_log()
    {
        using (var host = Start())
        {
            await host.ReadyAsync();
            await host.StopAsync();
        }

        await DatabaseFile.ChangeAsync(Database, async db =>
            (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Cancel)).ShouldBe("wal"));
    }

    private HostProcess Start() => HostProcess.Start(_folder, "--urls=http://127.0.0.1:0", "--Management:Url=", $"--Content:Path={Repository.SmallContentFolder}");

    private async Task UnpackAsync(string name)
    {
        await using var packed = File.OpenRead(Path.Combine(Repository.Root, "tests", "ChatCoachBot.Tests", "Storage", name));
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var file = File.Create(Database);
        await unpacked.CopyToAsync(file, Cancel);
    }

    private async Task UntilNothingWaitsAsync()
    {
        var waits = true;
        while (waits)
        {
            await Task.Delay(100, Cancel);
            await DatabaseFile.ChangeAsync(Database, async db =>
                waits = await db.Inbox.AnyAsync(message => message.HandledAt == null, Cancel) || await db.Outbox.AnyAsync(message => message.SentAt == null, Cancel));
        }
    }
}
