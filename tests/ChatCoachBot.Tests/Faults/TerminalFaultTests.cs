using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Faults;

/// <summary>The terminal on a database that fails, is empty, or is older than the content beside it.</summary>
public sealed class TerminalFaultTests : IDisposable
{
    private const string Question = "Which status note would a colleague write?";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.Path, "coach.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_turn_that_fails_is_apologised_for_and_the_chat_goes_on()
    {
        await PreparedDatabase.CopyToAsync(Database, Repository.SmallContentFolder);
        await DatabaseFile.ChangeAsync(Database, Poison.AddAsync);

        var output = await ChatAsync(Repository.SmallContentFolder, "1", "no reminders", Poison.Said, "2", "exit");

        output.ShouldContain("Something went wrong on my side");
        output.ShouldContain("100%  Passed");
        output.ShouldNotContain(Poison.Fault);
        output.ShouldNotContain(Poison.Said);
    }

    [Fact]
    public async Task Changed_content_is_left_to_the_host_and_an_empty_database_is_filled()
    {
        var content = Path.Combine(_folder.Path, "content");
        foreach (var file in Directory.GetFiles(Repository.SmallContentFolder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(content, Path.GetRelativePath(Repository.SmallContentFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(file, Cancel)).Replace(Question, "Which note is the best one?", StringComparison.Ordinal), Cancel);
        }

        (await ChatAsync(content, "1", "no reminders", "exit")).ShouldContain("Which note is the best one?", customMessage: "the database was empty");
        foreach (var file in Directory.GetFiles(_folder.Path, "coach.db*"))
        {
            File.Delete(file);
        }

        await PreparedDatabase.CopyToAsync(Database, Repository.SmallContentFolder);
        (await ChatAsync(content, "1", "no reminders", "exit")).ShouldContain(Question, customMessage: "the import of the host stays");
    }

    [Fact]
    public async Task A_lock_that_a_killed_upgrade_left_behind_does_not_hinder_a_start()
    {
        await PreparedDatabase.CopyToAsync(Database, Repository.SmallContentFolder);
        await DatabaseFile.ChangeAsync(Database, db => db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-23 08:00:00')", Cancel));

        (await ChatAsync(Repository.SmallContentFolder, "exit")).ShouldContain("Hello, I’m ChatCoach.");
    }

    private async Task<string> ChatAsync(string content, params string[] typed)
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["chat", $"--Content:Path={content}"], typed);
        exitCode.ShouldBe(0, output);
        return output;
    }
}
