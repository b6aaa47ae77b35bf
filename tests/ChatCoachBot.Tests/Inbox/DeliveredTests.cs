using System.Net;
using ChatCoachBot.Inbox;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Inbox;

/// <summary>What is delivered is stored once, handled once, and in order within its conversation.</summary>
public abstract class DeliveredTests : IAsyncDisposable
{
    private readonly CoachApplication _coach;

    private DeliveredTests(Store store) => _coach = new CoachApplication { Store = store, ContentFolder = Repository.SmallContentFolder };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _coach.DisposeAsync();
    }

    [Fact]
    public async Task A_message_delivered_many_times_at_once_is_acknowledged_each_time_and_answered_once()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync(reminder: "no reminders");
        var message = new { id = Guid.NewGuid(), text = "paths" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => learner.PostAsync(message)));
        (await learner.PostAsync(message)).StatusCode.ShouldBe(HttpStatusCode.Accepted, "also long after");

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        (await learner.ReplyAsync()).ShouldStartWith("You are on");
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
        (await _coach.ReadAsync(db => db.Inbox.CountAsync(stored => stored.Text == "paths", Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task Many_learners_who_talk_at_once_each_read_their_answers_in_order()
    {
        var learners = new List<WebVisitor>();
        for (var i = 0; i < 12; i++)
        {
            learners.Add(_coach.NewVisitor());
            await learners[^1].JoinAsync(reminder: "no reminders");
        }

        await Task.WhenAll(learners.Select(async learner =>
        {
            for (var i = 0; i < 10; i++)
            {
                await learner.SayAsync($"term number-{i}");
            }
        }));

        foreach (var learner in learners)
        {
            for (var i = 0; i < 10; i++)
            {
                (await learner.ReplyAsync()).ShouldStartWith($"“number-{i}” is not");
            }

            learner.Dispose();
        }
    }

    [Fact]
    public async Task What_the_database_does_not_take_is_refused_alone_and_its_neighbours_are_stored()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync(reminder: "no reminders");
        await _coach.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
            db.Database.IsSqlite()
                ? "CREATE TRIGGER Refuse BEFORE INSERT ON Inbox WHEN NEW.Text = 'unbearable' BEGIN SELECT RAISE(ABORT, 'no'); END"
                : """ALTER TABLE "Inbox" ADD CHECK ("Text" <> 'unbearable')""",
            Cancel));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => learner.PostAsync(new { id = Guid.NewGuid(), text = i == 17 ? "unbearable" : $"term number-{i}" })));

        answers.Select(answer => answer.StatusCode).ShouldBe(Enumerable.Range(0, 30).Select(i => i == 17 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted));
        await _coach.UntilAsync(async db => await db.Inbox.CountAsync(message => message.Text.StartsWith("term number-") && message.HandledAt != null, Cancel) == 29);
    }

    [Fact]
    public async Task When_more_waits_to_be_stored_than_there_is_room_for_the_rest_is_refused_and_all_that_was_not_is_stored()
    {
        var inbox = _coach.Services.GetRequiredService<InboxStore>();
        _ = _coach.Address;
        var released = new TaskCompletionSource();
        // Nobody else writes to the inbox meanwhile, whichever way the database sees to that.
        var holding = _coach.ChangeAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "UPDATE Imports SET At = At" : """LOCK TABLE "Inbox" IN EXCLUSIVE MODE""", Cancel);
            await released.Task;
        });
        await Task.Delay(100, Cancel);

        var storing = Enumerable.Range(0, 10_600).Select(i => inbox.StoreAsync(new Incoming("fake", $"{i}", "ada", "ada", InboxKind.Said, "hello"), Cancel)).ToList();
        var refused = storing.Count(one => one.IsFaulted);
        released.SetResult();
        await holding;
        await Task.WhenAll(storing).ContinueWith(_ => { }, TaskScheduler.Default);

        refused.ShouldBeInRange(1, 600);
        storing.Count(one => one.IsCompletedSuccessfully).ShouldBe(10_600 - refused);
        storing.Where(one => one.IsFaulted).ShouldAllBe(one => one.Exception!.InnerException is NotStoredException);
        (await _coach.ReadAsync(db => db.Inbox.CountAsync(message => message.Platform == "fake", Cancel))).ShouldBe(10_600 - refused);
    }

    [Fact]
    public async Task When_the_clock_is_set_back_what_was_put_off_does_not_wait_for_the_old_time()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync(reminder: "no reminders");
        var address = await _coach.ReadAsync(db => db.Conversations.Select(conversation => conversation.Address).SingleAsync(Cancel));
        await _coach.ChangeAsync(db =>
        {
            var message = new Incoming("web", "failed before", address, address, InboxKind.Said, "paths").ToMessage(_coach.Clock.GetUtcNow());
            (message.Failures, message.NotBefore) = (1, _coach.Clock.GetUtcNow().AddDays(1));
            db.Inbox.Add(message);
            return Task.CompletedTask;
        });

        _coach.GoOn();

        (await learner.ReplyAsync()).ShouldStartWith("You are on");
    }

    public sealed class OnSqlite() : DeliveredTests(Store.Sqlite);

    public sealed class OnPostgreSql() : DeliveredTests(Store.PostgreSql);
}

/// <summary>Two hosts on one database.</summary>
public sealed class SideBySideTests : IAsyncDisposable
{
    private readonly FakePlatform _platform = new();
    private readonly CoachApplication _one;
    private readonly CoachApplication _other;

    public SideBySideTests()
    {
        _one = new CoachApplication { Store = Store.PostgreSql, ContentFolder = Repository.SmallContentFolder, Platform = _platform };
        _other = _one.StartBeside();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _one.DisposeAsync();
    }

    [Fact]
    public async Task They_share_what_waits_and_handle_each_message_once_and_in_order()
    {
        await _one.ChangeAsync(db =>
        {
            db.Inbox.AddRange(Enumerable.Range(0, 400).Select(i => new Incoming(
                "web", $"{i}", $"person-{i % 20}", $"person-{i % 20}", InboxKind.Said, i < 20 ? "hello" : $"term number-{i / 20}").ToMessage(_one.Clock.GetUtcNow())));
            return Task.CompletedTask;
        });
        _ = (_one.Address, _other.Address);

        await _one.UntilAsync(db => db.Inbox.AllAsync(message => message.HandledAt != null, Cancel));

        var replies = await _one.ReadAsync(db => db.Outbox.OrderBy(message => message.Id).Select(message => new { message.Address, message.InReplyTo }).ToListAsync(Cancel));
        foreach (var person in replies.GroupBy(reply => reply.Address))
        {
            person.Select(reply => reply.InReplyTo).ShouldBe(person.Select(reply => reply.InReplyTo).Order());
            person.Select(reply => reply.InReplyTo).Distinct().Count().ShouldBe(20);
        }

        (await _one.ReadAsync(db => db.Conversations.CountAsync(Cancel))).ShouldBe(20);
    }

    [Fact]
    public async Task Both_look_for_who_is_due_at_once_and_everybody_gets_one_prompt()
    {
        _ = (_one.Address, _other.Address);
        await Processes.DueLearners.AddAsync(_one.Database, 300, TimeSpan.Zero);
        _one.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        _other.Clock.SetUtcNow(DateTimeOffset.UtcNow);

        await Task.WhenAll(_one.TickAsync(), _other.TickAsync());
        await _one.TickAsync();

        (await Processes.DueLearners.CountAsync(_one.Database)).ShouldAllBe(counts => counts.Prompts == 1 && counts.Deliveries == 1);
    }

    [Fact]
    public async Task One_event_that_wants_its_answer_at_once_is_handled_by_one_of_them()
    {
        var (one, other) = (_one.Services.GetRequiredService<ImmediateTurn>(), _other.Services.GetRequiredService<ImmediateTurn>());
        for (var i = 0; i < 20; i++)
        {
            var incoming = new Incoming("fake", $"{i}", $"person-{i}", $"person-{i}", InboxKind.Said, "hello");

            var replies = await Task.WhenAll(one.RunAsync(incoming, Cancel), other.RunAsync(incoming, Cancel));

            replies.Count(some => some.Count > 0).ShouldBe(1);
        }

        (await _one.ReadAsync(db => db.Inbox.CountAsync(Cancel))).ShouldBe(20);
    }

    [Fact]
    public async Task They_send_each_message_once_and_in_order()
    {
        _ = (_one.Address, _other.Address);
        foreach (var person in Enumerable.Range(0, 25))
        {
            await FakePlatform.SayAsync(person % 2 == 0 ? _one : _other, $"{person}", Enumerable.Range(0, 20).Select(i => $"{person} {i}"));
        }

        await _one.UntilAsync(db => db.Outbox.AllAsync(message => message.SentAt != null, Cancel));

        _platform.Arrived.Count.ShouldBe(500);
        foreach (var person in Enumerable.Range(0, 25))
        {
            _platform.Arrived.Where(text => text.StartsWith($"{person} ", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{person} {i}"));
        }
    }

    [Fact]
    public async Task When_the_database_is_gone_for_a_while_messages_are_refused_and_when_it_is_back_all_goes_on()
    {
        using var learner = _one.NewVisitor();
        await learner.JoinAsync(reminder: "no reminders");

        await _one.Database.InterruptAsync(async () =>
            (await learner.PostAsync(new { id = Guid.NewGuid(), text = "paths" })).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable));

        while ((await learner.PostAsync(new { id = Guid.NewGuid(), text = "paths" })).StatusCode != HttpStatusCode.Accepted)
        {
        }

        var waiting = learner.ReplyAsync();
        while (!waiting.IsCompleted)
        {
            // The loops wait a little longer after each fault.
            _one.GoOn(TimeSpan.FromSeconds(1));
            _other.GoOn(TimeSpan.FromSeconds(1));
            await Task.WhenAny(waiting, Task.Delay(50, Cancel));
        }

        (await waiting).ShouldStartWith("You are on");
        _one.Log.With("paths").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_open_at_one_host_shows_what_the_other_decided()
    {
        using var learner = _one.NewVisitor();
        await learner.JoinAsync(reminder: "no reminders");
        learner.MoveTo(_other.Address);

        for (var i = 0; i < 5; i++)
        {
            (await learner.AskAsync("paths")).ShouldStartWith("You are on");
        }
    }
}
