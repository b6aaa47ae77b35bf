using System.Net;
using ChatCoachBot.Inbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

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

    public sealed class OnSqlite() : DeliveredTests(Store.Sqlite);

    public sealed class OnPostgreSql() : DeliveredTests(Store.PostgreSql);
}

/// <summary>Two hosts on one database.</summary>
public sealed class SideBySideTests : IAsyncDisposable
{
    private readonly CoachApplication _one = new() { Store = Store.PostgreSql, ContentFolder = Repository.SmallContentFolder };
    private readonly CoachApplication _other;

    public SideBySideTests() => _other = _one.StartBeside();

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
