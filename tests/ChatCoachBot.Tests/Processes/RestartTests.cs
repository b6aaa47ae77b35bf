using System.Diagnostics;
using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Processes;

/// <summary>The program killed as by a power cut, and started again on the same file: nothing is lost, and nothing comes twice.</summary>
public abstract class RestartTests : IAsyncLifetime
{
    private readonly Store _store;
    private readonly TemporaryFolder _folder = new();
    private TestDatabase _database = null!;

    private RestartTests(Store store) => _store = store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.NewAsync(_store, Repository.SmallContentFolder);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Killed_between_question_and_answer_the_conversation_goes_on_where_it_was()
    {
        using var learner = await JoinAndKillAsync();

        using var host = await StartAsync(learner);

        (await learner.AskAsync("2")).ShouldStartWith("Passed 100% ✓ The verb is two words.");
        (await learner.HistoryAsync()).Select(text => text.Split(' ')[0]).ShouldBe(["Hello,", "Which", "1", "Your", "When", "no", "All", "Today’s", "2", "Passed"]);
    }

    [Fact]
    public async Task A_message_that_was_stored_but_not_handled_is_handled_at_the_next_start()
    {
        using var learner = await JoinAndKillAsync();
        await _database.ChangeAsync(async db =>
        {
            var visitor = (await db.Conversations.SingleAsync(Cancel)).Address;
            var incoming = new Incoming("web", $"{visitor}/{Guid.NewGuid():N}", visitor, visitor, InboxKind.Said, "2");
            db.Inbox.Add(incoming.ToMessage(DateTimeOffset.UtcNow));
        });

        using var host = await StartAsync(learner);

        (await learner.ReplyAsync()).ShouldStartWith("Passed 100%");
        (await learner.AskAsync("paths")).ShouldStartWith("You are on Release Engineer.", customMessage: "the answer was graded once");
    }

    [Fact]
    public async Task What_was_decided_but_not_marked_as_sent_is_marked_at_the_next_start_and_the_open_page_shows_nothing_twice()
    {
        using var learner = await JoinAndKillAsync();
        await _database.ChangeAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(message => message.SentAt, (DateTimeOffset?)null), Cancel));

        using var host = await StartAsync(learner);

        (await learner.AskAsync("paths")).ShouldStartWith("You are on Release Engineer.", customMessage: "the open page had the earlier replies before the kill");
        (await learner.HistoryAsync()).Count(text => text.StartsWith("Today’s exercise", StringComparison.Ordinal)).ShouldBe(1);
        await host.StopAsync();
        await _database.ChangeAsync(async db => (await db.Outbox.CountAsync(message => message.SentAt == null, Cancel)).ShouldBe(0));
    }

    [Fact]
    public async Task What_was_accepted_before_a_kill_in_full_flight_is_answered_exactly_once()
    {
        const int messages = 25;
        WebVisitor learner;
        using (var host = Start())
        {
            learner = new WebVisitor(await host.ReadyAsync(), Cancel);
            await learner.JoinAsync(reminder: "no reminders");
            for (var i = 0; i < messages; i++)
            {
                await learner.SayAsync($"term number-{i}");
            }

            await host.KillAsync();
        }

        using (learner)
        using (var again = await StartAsync(learner))
        {
            // The answer to this one stands behind all the others.
            await learner.SayAsync("paths");
            while (!(await learner.ReplyAsync()).StartsWith("You are on", StringComparison.Ordinal))
            {
            }

            var history = await learner.HistoryAsync();
            for (var i = 0; i < messages; i++)
            {
                history.Count(text => text == $"term number-{i}").ShouldBe(1);
                history.Count(text => text.StartsWith($"“number-{i}” is not", StringComparison.Ordinal)).ShouldBe(1);
            }
        }
    }

    [Fact]
    public async Task Asked_to_end_with_much_in_hand_it_ends_in_order_within_ten_seconds_and_the_next_does_the_rest()
    {
        using (var host = Start())
        {
            await host.ReadyAsync();
            await _database.ChangeAsync(db =>
            {
                db.Inbox.AddRange(Enumerable.Range(0, 12_000).Select(i =>
                    new Incoming("web", $"{i}", $"person-{i % 1000}", $"person-{i % 1000}", InboxKind.Said, "hello").ToMessage(DateTimeOffset.UtcNow)));
                return Task.CompletedTask;
            });
            await UntilAsync(db => db.Inbox.AnyAsync(message => message.HandledAt != null, Cancel));
            await DueLearners.AddAsync(_database, 2000, TimeSpan.Zero);
            var start = Stopwatch.GetTimestamp();

            (await host.StopAsync()).ShouldBe(0, host.Output);

            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        }

        (await _database.ReadAsync(db => db.Inbox.AnyAsync(message => message.HandledAt == null, Cancel))).ShouldBeTrue("much was left");
        (await _database.ReadAsync(db => db.Outbox.AnyAsync(message => message.ClaimedBy != null, Cancel))).ShouldBeFalse("nothing was left in doubt");
        using var next = Start();
        await next.ReadyAsync();
        await UntilAsync(db => db.Inbox.AllAsync(message => message.HandledAt != null, Cancel));
    }

    private async Task UntilAsync(Func<CoachDb, Task<bool>> shown)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (!await _database.ReadAsync(shown))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private async Task<WebVisitor> JoinAndKillAsync()
    {
        using var host = Start();
        var learner = new WebVisitor(await host.ReadyAsync(), Cancel);
        (await learner.JoinAsync(reminder: "no reminders")).ShouldStartWith("Today’s exercise Choose");
        await host.KillAsync();
        return learner;
    }

    private async Task<HostProcess> StartAsync(WebVisitor learner)
    {
        var host = Start();
        learner.MoveTo(await host.ReadyAsync());
        return host;
    }

    private HostProcess Start() => HostProcess.Start(
        _folder, ["--urls=http://127.0.0.1:0", "--Management:Url=", $"--Content:Path={Repository.SmallContentFolder}", .. _database.Arguments]);

    public sealed class OnSqlite() : RestartTests(Store.Sqlite);

    public sealed class OnPostgreSql() : RestartTests(Store.PostgreSql);
}
