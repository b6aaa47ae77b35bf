using ChatCoachBot.Inbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Faults;

/// <summary>A turn that throws however often it is tried costs its learner half a minute, and nobody else anything.</summary>
public abstract class FailingTurnTests : IAsyncDisposable
{
    private const string Apology = "Something went wrong on my side, and I could not work on your last message.";

    /// <summary>How long after the first, second … failure it is tried again at the latest.</summary>
    private static readonly TimeSpan[] Waits = [.. ((int[])[2, 4, 8, 16]).Select(seconds => TimeSpan.FromSeconds(seconds))];

    private readonly CoachApplication _coach;

    private FailingTurnTests(Store store) => _coach = new CoachApplication { Store = store, ContentFolder = Repository.SmallContentFolder };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _coach.DisposeAsync();
    }

    [Fact]
    public async Task It_is_tried_five_times_further_and_further_apart_and_then_set_aside()
    {
        using var learner = await NewPoisonedLearnerAsync();
        using var other = await NewLearnerAsync();

        for (var failures = 1; failures <= Waits.Length; failures++)
        {
            await UntilFailedAsync(failures);
            var wait = (await PoisonedAsync()).NotBefore!.Value - _coach.Clock.GetUtcNow();
            wait.ShouldBeInRange(Waits[failures - 1] / 2, Waits[failures - 1], "half of the wait is a matter of chance");
            _coach.GoOn(wait - TimeSpan.FromMilliseconds(100));
            (await other.AskAsync("paths")).ShouldStartWith("You are on", customMessage: "the inbox was worked off again");
            (await PoisonedAsync()).Failures.ShouldBe(failures, "it is too early");
            _coach.GoOn(TimeSpan.FromMilliseconds(100));
        }

        await UntilFailedAsync(5);
        var poisoned = await PoisonedAsync();
        (poisoned.SetAsideAt, poisoned.HandledAt, poisoned.LastFault).ShouldBe((_coach.Clock.GetUtcNow(), null, "DbUpdateException"));
        _coach.GoOn(TimeSpan.FromMinutes(10));
        (await other.AskAsync("paths")).ShouldStartWith("You are on");
        (await PoisonedAsync()).Failures.ShouldBe(5);
    }

    [Fact]
    public async Task Its_learner_reads_one_apology_and_then_the_answers_to_what_was_said_meanwhile_in_order()
    {
        using var learner = await NewPoisonedLearnerAsync();
        foreach (var text in (string[])["paths", "timezone", "2"])
        {
            await learner.SayAsync(text);
        }

        await GiveUpAsync();

        (await learner.ReplyAsync()).ShouldStartWith(Apology);
        (await learner.ReplyAsync()).ShouldStartWith("You are on");
        (await learner.ReplyAsync()).ShouldStartWith("Your");
        (await learner.ReplyAsync()).ShouldStartWith("Passed 100%");
        (await learner.AskAsync("progress")).ShouldStartWith("Release Engineer");
        (await learner.HistoryAsync()).Count(text => text.StartsWith(Apology, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_fails_once_and_works_then_needs_no_apology()
    {
        using var learner = await NewPoisonedLearnerAsync();
        await learner.SayAsync("paths");
        await UntilFailedAsync(1);
        await _coach.ChangeAsync(Poison.RemoveAsync);

        _coach.GoOn(Waits[0]);

        (await learner.ReplyAsync()).ShouldStartWith("Choose one");
        (await learner.ReplyAsync()).ShouldStartWith("You are on");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    public async Task Others_are_answered_at_once_however_much_waits_behind_it(int waiting)
    {
        using var learner = await NewPoisonedLearnerAsync();
        await UntilFailedAsync(1);
        var visitor = (await PoisonedAsync()).Address;
        await _coach.ChangeAsync(db =>
        {
            db.Inbox.AddRange(Enumerable.Range(0, waiting).Select(i =>
                new Incoming("web", $"{visitor}/{i}", visitor, visitor, InboxKind.Said, $"term number-{i}").ToMessage(_coach.Clock.GetUtcNow())));
            return Task.CompletedTask;
        });

        using var other = await NewLearnerAsync();

        (await other.AskAsync("2")).ShouldStartWith("Passed 100%", customMessage: "and the clock stood still");
        (await _coach.ReadAsync(db => db.Inbox.CountAsync(message => message.HandledAt == null, Cancel))).ShouldBe(1 + waiting);
        await GiveUpAsync();
        (await learner.ReplyAsync()).ShouldStartWith(Apology);
        for (var i = 0; i < waiting; i++)
        {
            (await learner.ReplyAsync()).ShouldStartWith($"“number-{i}” is not");
        }
    }

    [Fact]
    public async Task A_learner_whose_conversation_cannot_be_read_gets_the_apology_too()
    {
        using var learner = await NewLearnerAsync();
        await _coach.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Conversations" SET "Current" = '{{"Version": "no number"}}'""", Cancel));
        await learner.SayAsync("paths");
        await UntilFailedAsync(1);

        using var other = await NewLearnerAsync();
        (await other.AskAsync("2")).ShouldStartWith("Passed 100%");
        await GiveUpAsync();

        (await learner.ReplyAsync()).ShouldStartWith(Apology);
    }

    [Fact]
    public async Task The_log_tells_the_kind_of_fault_and_the_message_by_its_id_but_no_word_of_it()
    {
        using var learner = await NewPoisonedLearnerAsync();
        await GiveUpAsync();
        (await learner.ReplyAsync()).ShouldStartWith(Apology);

        var id = (await PoisonedAsync()).Id;
        var failed = _coach.Log.With($"Message {id} could not be handled: DbUpdateException");
        failed.Count.ShouldBe(5);
        failed.ShouldAllBe(line => line.Contains("   at ", StringComparison.Ordinal), "where it happened");
        _coach.Log.With($"Message {id} is set aside after 5 tries.").Count.ShouldBe(1);
        _coach.Log.With(Poison.Said).ShouldBeEmpty();
        _coach.Log.With(Poison.Fault).ShouldBeEmpty();
    }

    /// <summary>A learner with a first exercise open, who says what always fails.</summary>
    private async Task<WebVisitor> NewPoisonedLearnerAsync()
    {
        var learner = await NewLearnerAsync();
        await _coach.ChangeAsync(Poison.AddAsync);
        await learner.SayAsync(Poison.Said);
        return learner;
    }

    private async Task<WebVisitor> NewLearnerAsync()
    {
        var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        return learner;
    }

    /// <summary>Lets the clock go on through all tries.</summary>
    private async Task GiveUpAsync()
    {
        for (var failures = 1; failures <= Waits.Length; failures++)
        {
            await UntilFailedAsync(failures);
            _coach.GoOn(Waits[failures - 1]);
        }

        await UntilFailedAsync(5);
    }

    private Task UntilFailedAsync(int failures) => _coach.UntilAsync(db => db.Inbox.AnyAsync(message => message.Failures == failures, Cancel));

    private Task<InboxMessage> PoisonedAsync() => _coach.ReadAsync(db => db.Inbox.AsNoTracking().SingleAsync(message => message.Failures > 0, Cancel));

    public sealed class OnSqlite() : FailingTurnTests(Store.Sqlite);

    public sealed class OnPostgreSql() : FailingTurnTests(Store.PostgreSql);
}
