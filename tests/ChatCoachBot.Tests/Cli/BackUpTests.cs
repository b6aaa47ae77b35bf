using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Cli;

/// <summary>Copying a database while its host writes to it.</summary>
public sealed class BackUpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Copy => Path.Combine(_folder.Path, "copy.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_copy_of_a_live_database_is_whole_and_a_host_goes_on_from_it()
    {
        await PreparedDatabase.CopyToAsync(Path.Combine(_folder.Path, "coach.db"), Repository.SmallContentFolder);
        using var host = Start("coach.db");
        using var learner = new WebVisitor(await host.ReadyAsync(), Cancel);
        await learner.JoinAsync(reminder: "no reminders");
        using var over = new CancellationTokenSource();
        var talking = TalkAsync(learner, over.Token);

        var (exitCode, output) = await BackUpAsync("copy.db");

        exitCode.ShouldBe(0, output);
        output.ShouldBe($"Copied the database to {Copy}. To restore it, stop the host and put the copy in the database's place.");
        await over.CancelAsync();
        await talking;
        await DatabaseFile.ChangeAsync(Copy, async db =>
        {
            (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(Cancel)).ShouldBe("ok");
            (await db.Inbox.Where(message => message.HandledAt != null).AllAsync(message => message.Id <= 4 || db.Outbox.Any(reply => reply.InReplyTo == message.Id), Cancel)).ShouldBeTrue("as of one moment");
        });
        await host.StopAsync();

        using var restored = Start("copy.db");
        learner.MoveTo(await restored.ReadyAsync());
        await learner.OpenPageAsync();
        // What the copy held stored but not handled is answered first.
        await learner.SayAsync("2");
        while (!(await learner.ReplyAsync()).StartsWith("Passed", StringComparison.Ordinal))
        {
        }
    }

    [Fact]
    public async Task What_cannot_be_copied_is_one_clear_sentence()
    {
        (await BackUpAsync("copy.db")).ShouldBe((1, $"There is no database at {Path.Combine(_folder.Path, "coach.db")}: name it in ConnectionStrings:Coach."));
        File.Exists(Path.Combine(_folder.Path, "coach.db")).ShouldBeFalse();

        await PreparedDatabase.CopyToAsync(Path.Combine(_folder.Path, "coach.db"), Repository.SmallContentFolder);
        await File.WriteAllTextAsync(Copy, "mine", Cancel);
        (await BackUpAsync("copy.db")).ShouldBe((1, "copy.db exists already: name a file that is not there yet."));
        (await File.ReadAllTextAsync(Copy, Cancel)).ShouldBe("mine");
        (await BackUpAsync("--Database:Provider=Sqlite")).ShouldBe((1, "Write the file right behind “backup”, and settings behind it."));
        (await BackUpAsync(" ")).ShouldBe((1, "Write the file right behind “backup”, and settings behind it."));
        (await BackUpAsync("no/such/folder.db")).ShouldBe((1, "no/such/folder.db cannot be written: make sure that its folder exists and can be written."));
    }

    [Fact]
    public async Task A_copy_of_an_older_database_is_as_old_and_the_verbs_beside_a_host_leave_it_as_it_is()
    {
        await OldDatabase.UnpackAsync("20261123-initial.db.gz", Path.Combine(_folder.Path, "coach.db"));
        const string older = "The database coach.db is of an older version: start the host of this version first, which upgrades it.";

        (await BackUpAsync("copy.db")).ExitCode.ShouldBe(0);
        (await HostProcess.RunAsync(_folder, ["inbox", "list"])).ShouldBe((1, older));
        using (HoldAsAnOlderHostDoes())
        {
            (await HostProcess.RunAsync(_folder, ["chat"])).ShouldBe((1, older));
        }

        foreach (var file in (string[])["coach.db", "copy.db"])
        {
            await DatabaseFile.ChangeAsync(Path.Combine(_folder.Path, file), async db => (await db.Database.GetAppliedMigrationsAsync(Cancel)).ShouldHaveSingleItem());
        }
    }

    private FileStream HoldAsAnOlderHostDoes() => new(Path.Combine(_folder.Path, "coach.db-host"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static async Task TalkAsync(WebVisitor learner, CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            await learner.AskAsync($"term number-{i}");
        }
    }

    private Task<(int ExitCode, string Output)> BackUpAsync(string file) => HostProcess.RunAsync(_folder, ["backup", file]);

    private HostProcess Start(string database) => HostProcess.Start(
        _folder, "--urls=http://127.0.0.1:0", "--Management:Url=", $"--Content:Path={Repository.SmallContentFolder}", $"--ConnectionStrings:Coach=Data Source={database}");
}
