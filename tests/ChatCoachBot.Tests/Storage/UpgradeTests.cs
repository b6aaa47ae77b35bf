using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Storage;
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

    [Theory]
    [InlineData(Store.Sqlite, "20261123-initial.db.gz", 2)]
    [InlineData(Store.Sqlite, "20261125-shared-work.db.gz", 1)]
    [InlineData(Store.PostgreSql, "20261125-initial.sql.gz", 1)]
    public async Task A_database_of_an_earlier_version_goes_on_with_what_it_held_and_what_waited_in_it(Store store, string old, int attempts)
    {
        await using TestDatabase database = store == Store.Sqlite ? await SqliteTestDatabase.NewFromAsync(old) : await PostgreSqlTestDatabase.NewFromAsync(old);
        var before = await database.ReadAsync(ScheduleAsync);

        using (var host = HostProcess.Start(_folder, ["--urls=http://127.0.0.1:0", "--Management:Url=", $"--Content:Path={Repository.SmallContentFolder}", .. database.Arguments]))
        {
            await host.ReadyAsync();
            while (await database.ReadAsync(db => db.Inbox.AnyAsync(message => message.HandledAt == null, Cancel))
                || await database.ReadAsync(db => db.Outbox.AnyAsync(message => message.SentAt == null, Cancel)))
            {
                await Task.Delay(100, Cancel);
            }

            await host.StopAsync();
        }

        (await database.ReadAsync(db => db.Database.GetPendingMigrationsAsync(Cancel))).ShouldBeEmpty();
        (await database.ReadAsync(db => db.Attempts.CountAsync(Cancel))).ShouldBe(attempts);
        (await database.ReadAsync(db => db.Outbox.OrderBy(message => message.Id).LastAsync(Cancel))).Body.ShouldContain("You are on Release Engineer.");
        (await database.ReadAsync(ScheduleAsync)).ShouldBe(before);
        (await database.ReadAsync(db => db.Conversations.Where(conversation => conversation.Schedule.ConversationId == conversation.Id).Select(conversation => conversation.Schedule.Time).SingleAsync(Cancel)))
            .ShouldBe(before.Time, "each conversation has the schedule it had");
        (await database.ReadAsync(db => db.Conversations.SingleAsync(Cancel))).Current.ShouldNotBeNull().TouchedAt.Year.ShouldBe(2026);
    }

    [Fact]
    public async Task The_lock_of_a_start_that_was_killed_in_the_middle_of_an_upgrade_does_not_hold_up_the_next()
    {
        await OldDatabase.UnpackAsync("20261123-initial.db.gz", Database);
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

    [Fact]
    public async Task The_file_of_another_program_is_left_alone()
    {
        await DatabaseFile.ChangeAsync(Database, db => db.Database.ExecuteSqlRawAsync("CREATE TABLE Recipes (Name TEXT)", Cancel));

        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["--urls=http://127.0.0.1:0", "--Management:Url="]);

        (exitCode, output).ShouldBe((1, "coach.db is the database of another program: name another file in ConnectionStrings:Coach."));
        await DatabaseFile.ChangeAsync(Database, async db =>
            (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master").SingleAsync(Cancel)).ShouldBe(1));
    }

    private HostProcess Start() => HostProcess.Start(_folder, "--urls=http://127.0.0.1:0", "--Management:Url=", $"--Content:Path={Repository.SmallContentFolder}");

    /// <summary>What the learner chose; the old database has no more columns than these.</summary>
    private static async Task<(string TimeZone, TimeOnly? Time, Weekdays Days)> ScheduleAsync(CoachDb db)
    {
        var schedule = await db.Schedules.Select(schedule => new { schedule.TimeZone, schedule.Time, schedule.Days }).SingleAsync(Cancel);
        return (schedule.TimeZone, schedule.Time, schedule.Days);
    }
}
