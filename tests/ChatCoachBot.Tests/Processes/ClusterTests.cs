using System.Diagnostics;
using ChatCoachBot.Inbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Processes;

/// <summary>Several processes on one database of PostgreSQL, and two on one file of SQLite.</summary>
[Collection(nameof(Alone))]
public sealed class ClusterTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private TestDatabase? _database;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task When_a_host_is_killed_the_other_takes_over_its_work_within_thirty_seconds()
    {
        _database = await TestDatabase.NewAsync(Store.PostgreSql, Repository.SmallContentFolder);
        using var killed = Start();
        await killed.ReadyAsync();
        using var other = Start();
        using var learner = new WebVisitor(await other.ReadyAsync(), Cancel);
        await learner.JoinAsync(reminder: "no reminders");
        await _database.ChangeAsync(db =>
        {
            db.Inbox.AddRange(Enumerable.Range(0, 2000).Select(i =>
                new Incoming("web", $"{i}", $"person-{i % 500}", $"person-{i % 500}", InboxKind.Said, "hello").ToMessage(DateTimeOffset.UtcNow)));
            return Task.CompletedTask;
        });
        await UntilAsync(async () => (await _database.ReadAsync(db => db.Database
            .SqlQueryRaw<string>("SELECT instance_name AS \"Value\" FROM qrtz_scheduler_state").ToListAsync(Cancel))).Distinct().Count() == 2);
        await DueLearners.AddAsync(_database, 50, TimeSpan.FromSeconds(20));
        await UntilAsync(async () => await _database.ReadAsync(db => db.Inbox.AnyAsync(message => message.Text == "hello" && message.HandledAt != null, Cancel)));

        await killed.KillAsync();
        var start = Stopwatch.GetTimestamp();
        (await learner.AskAsync("paths")).ShouldStartWith("You are on");
        await UntilAsync(async () =>
            !await _database.ReadAsync(db => db.Inbox.AnyAsync(message => message.HandledAt == null, Cancel))
            && !await _database.ReadAsync(db => db.Outbox.AnyAsync(message => message.SentAt == null, Cancel))
            && (await DueLearners.CountAsync(_database)).TrueForAll(counts => counts.Deliveries == 1));

        // The last prompt comes due up to twenty seconds after the kill.
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(20 + 30));
        (await DueLearners.CountAsync(_database)).ShouldAllBe(counts => counts.Prompts == 1);
    }

    [Fact]
    public async Task One_host_may_receive_and_another_work_and_the_page_shows_the_reply_at_once()
    {
        _database = await TestDatabase.NewAsync(Store.PostgreSql, Repository.SmallContentFolder);
        using var receiver = Start("--Host:Roles=Receive");
        using var worker = Start("--Host:Roles=Work");
        using var learner = new WebVisitor(await receiver.ReadyAsync(), Cancel);
        await learner.JoinAsync(reminder: "no reminders");

        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 10; i++)
        {
            (await learner.AskAsync("paths")).ShouldStartWith("You are on");
        }

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(25), "a worker that is not told looks every five seconds");
        using var http = new HttpClient { BaseAddress = await worker.ReadyAsync() };
        (await http.GetStringAsync("/health/live", Cancel)).ShouldBe("Healthy");
        (await http.GetAsync("/", Cancel)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_second_host_on_one_file_of_SQLite_is_refused_and_the_first_goes_on()
    {
        await PreparedDatabase.CopyToAsync(Path.Combine(_folder.Path, "coach.db"), Repository.SmallContentFolder);
        using var first = Start();
        using var learner = new WebVisitor(await first.ReadyAsync(), Cancel);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "alias.db"), Path.Combine(_folder.Path, "coach.db"));

        foreach (var name in (string[])["coach.db", "alias.db"])
        {
            var (exitCode, output) = await HostProcess.RunAsync(_folder, ["--urls=http://127.0.0.1:0", "--Management:Url=", $"--ConnectionStrings:Coach=Data Source={name}"]);
            exitCode.ShouldBe(1);
            output.ShouldBe($"Another host already serves {name}. Stop it first; several hosts need PostgreSQL (see \"Running at scale\" in the README).");
        }

        (await learner.JoinAsync()).ShouldStartWith("Today’s exercise");
        await first.KillAsync();
        using var next = Start();
        await next.ReadyAsync();
    }

    [Fact]
    public async Task A_host_on_SQLite_that_only_receives_stores_and_leaves_the_work()
    {
        _database = await TestDatabase.NewAsync(Store.Sqlite, Repository.SmallContentFolder);
        using var receiver = Start("--Host:Roles=Receive");
        using var learner = new WebVisitor(await receiver.ReadyAsync(), Cancel);
        await learner.OpenPageAsync();
        await learner.GreetAsync();
        (await _database.ReadAsync(db => db.Inbox.CountAsync(message => message.HandledAt == null, Cancel))).ShouldBe(1);
        await receiver.StopAsync();

        using var host = Start();
        learner.MoveTo(await host.ReadyAsync());
        (await learner.ReplyAsync()).ShouldStartWith("Hello");
    }

    [Theory]
    [InlineData("--Host:Roles=Boss", "Host:Roles is \"Boss\": write Receive, Work or \"Receive, Work\".")]
    [InlineData("--Host:Roles=3", "Host:Roles is \"3\": write Receive, Work or \"Receive, Work\".")]
    [InlineData("--Host:Roles:0=Boss", "Host:Roles is \"Boss\": write Receive, Work or \"Receive, Work\".")]
    [InlineData("--ConnectionStrings:Coach=Data Source=", "ConnectionStrings:Coach names no file: write it as \"Data Source=coach.db\".")]
    [InlineData("--ConnectionStrings:Coach=Data Source=:memory:", "ConnectionStrings:Coach names no file: write it as \"Data Source=coach.db\".")]
    [InlineData("--Management:Url=http://coach.example.com:3979", "Management:Url names coach.example.com: write localhost there, or the IP address of this machine to listen at.")]
    [InlineData("--Database:Provider=Oracle", "Database:Provider is \"Oracle\": write Sqlite or PostgreSql.")]
    [InlineData("--Database:Provider=PostgreSql", "ConnectionStrings:Coach is not a connection string of PostgreSQL: write it as \"Host=db.example.com;Database=coach;Username=coach;Password=…\".")]
    public async Task A_wrong_setting_is_one_clear_sentence(string setting, string sentence)
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, setting.StartsWith("--Management", StringComparison.Ordinal) ? [setting] : [setting, "--Management:Url="]);

        exitCode.ShouldBe(1);
        output.ShouldBe(sentence);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_one_clear_sentence()
    {
        var (exitCode, output) = await HostProcess.RunAsync(
            _folder, ["--Database:Provider=PostgreSql", "--ConnectionStrings:Coach=Host=127.0.0.1;Port=1;Database=coach;Username=coach;Password=my-secret", "--Management:Url="]);

        exitCode.ShouldBe(1);
        output.ShouldBe("PostgreSQL at 127.0.0.1:1 cannot be reached: start it, or name another server in ConnectionStrings:Coach.");
    }

    private static async Task UntilAsync(Func<Task<bool>> shown)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        while (!await shown())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private HostProcess Start(params string[] more) => HostProcess.Start(
        _folder, ["--urls=http://127.0.0.1:0", "--Management:Url=", $"--Content:Path={Repository.SmallContentFolder}", .. _database?.Arguments ?? [], .. more]);
}
