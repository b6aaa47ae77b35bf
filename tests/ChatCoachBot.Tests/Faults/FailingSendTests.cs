using ChatCoachBot.Outbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Faults;

/// <summary>A platform that cannot be reached: what waits for it is neither lost, nor doubled, nor turned round, and nobody else waits for it.</summary>
public sealed class FailingSendTests : IAsyncDisposable
{
    private readonly FakePlatform _platform = new();
    private readonly CoachApplication _coach;

    public FailingSendTests() => _coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Platform = _platform };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task When_nothing_fails_each_message_is_sent_exactly_once_and_in_order()
    {
        foreach (var i in Enumerable.Range(0, 20))
        {
            foreach (var person in (string[])["ada", "bob", "cyd"])
            {
                await FakePlatform.SayAsync(_coach, person, [$"{person} {i * 2}", $"{person} {(i * 2) + 1}"]);
            }
        }

        await UntilNothingWaitsAsync();
        await FakePlatform.SayAsync(_coach, "ada", ["the last"]);
        await UntilNothingWaitsAsync();

        _platform.Arrived.Count.ShouldBe(121);
        foreach (var person in (string[])["ada", "bob", "cyd"])
        {
            _platform.Arrived.Where(text => text.StartsWith(person, StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, 40).Select(i => $"{person} {i}"));
        }
    }

    [Fact]
    public async Task What_failed_is_tried_again_further_and_further_apart_and_those_behind_it_keep_their_places()
    {
        Refuse("one");
        await FakePlatform.SayAsync(_coach, "ada", ["one", "two", "three"]);
        foreach (var (failures, seconds) in ((int, int)[])[(1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 60), (7, 60)])
        {
            await UntilFailedAsync(failures);
            (await FailedAsync()).NotBefore.ShouldBe(_coach.Clock.GetUtcNow().AddSeconds(seconds));
            _coach.GoOn(TimeSpan.FromSeconds(seconds - 1));
            await FakePlatform.SayAsync(_coach, "bob", [$"after {failures}"]);
            (await _platform.NextAsync()).ShouldBe($"after {failures}", "the outbox was worked off again");
            (await FailedAsync()).Failures.ShouldBe(failures, "it is a second too early");
            _coach.GoOn(TimeSpan.FromSeconds(1));
        }

        await UntilFailedAsync(8);
        _platform.Before = static (_, _) => Task.CompletedTask;
        _coach.GoOn(TimeSpan.FromMinutes(1));

        (await _platform.NextAsync()).ShouldBe("one");
        (await _platform.NextAsync()).ShouldBe("two");
        (await _platform.NextAsync()).ShouldBe("three");
        await UntilNothingWaitsAsync();
        _platform.Arrived.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Others_get_theirs_at_once_however_much_waits_behind_it()
    {
        Refuse("0");
        await FakePlatform.SayAsync(_coach, "ada", Enumerable.Range(0, 250).Select(i => $"{i}"));
        await UntilFailedAsync(1);

        await FakePlatform.SayAsync(_coach, "bob", ["hello"]);

        (await _platform.NextAsync()).ShouldBe("hello");
        using var visitor = _coach.NewVisitor();
        (await visitor.JoinAsync()).ShouldStartWith("Today’s exercise");
        _platform.Before = static (_, _) => Task.CompletedTask;
        _coach.GoOn(TimeSpan.FromSeconds(2));
        await UntilNothingWaitsAsync();
        _platform.Arrived.ShouldBe([.. Enumerable.Range(0, 250).Select(i => $"{i}").Prepend("hello")]);
    }

    [Fact]
    public async Task After_a_day_it_is_given_up_and_the_next_one_has_its_turn()
    {
        Refuse("one");
        await FakePlatform.SayAsync(_coach, "ada", ["one"]);
        await UntilFailedAsync(1);
        _coach.GoOn(TimeSpan.FromHours(24));
        await UntilFailedAsync(2);
        (await FailedAsync()).DroppedAt.ShouldBeNull("the day is not over");

        _coach.GoOn(TimeSpan.FromMinutes(1));
        await UntilFailedAsync(3);
        await FakePlatform.SayAsync(_coach, "ada", ["two"]);

        (await _platform.NextAsync()).ShouldBe("two");
        (await FailedAsync()).DroppedAt.ShouldBe(_coach.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_prompt_that_expired_meanwhile_is_not_sent_and_the_next_message_is()
    {
        await FakePlatform.SayAsync(_coach, "ada", ["in time"], expiresAt: _coach.Clock.GetUtcNow());
        (await _platform.NextAsync()).ShouldBe("in time");

        await FakePlatform.SayAsync(_coach, "ada", ["too late"], expiresAt: _coach.Clock.GetUtcNow().AddSeconds(-1));
        await FakePlatform.SayAsync(_coach, "ada", ["something else"]);

        (await _platform.NextAsync()).ShouldBe("something else");
        await UntilNothingWaitsAsync();
        var late = await _coach.ReadAsync(db => db.Outbox.SingleAsync(message => message.Body.Contains("too late"), Cancel));
        (late.SentAt, late.DroppedAt).ShouldBe((null, _coach.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task On_the_web_an_expired_prompt_is_still_there_to_be_read()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        await _coach.ChangeAsync(async db =>
        {
            var last = await db.Outbox.OrderBy(message => message.Id).LastAsync(Cancel);
            db.Outbox.Add(new OutboxMessage
            {
                ConversationId = last.ConversationId,
                Platform = last.Platform,
                Address = last.Address,
                Kind = OutboxKind.Prompt,
                Body = last.Body,
                CreatedAt = _coach.Clock.GetUtcNow().AddHours(-5),
                ExpiresAt = _coach.Clock.GetUtcNow().AddHours(-1),
            });
        });

        _coach.GoOn();

        await UntilNothingWaitsAsync();
        (await learner.ReplyAsync()).ShouldStartWith("Today’s exercise");
        (await learner.HistoryAsync()).Count(text => text.StartsWith("Today’s exercise", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_sent_before_the_host_stops_is_not_sent_again_and_the_rest_is()
    {
        var sending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _platform.Before = async (text, stopping) =>
        {
            if (text == "two")
            {
                sending.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
            }
        };
        await FakePlatform.SayAsync(_coach, "ada", ["one", "two", "three"]);
        await sending.Task.WaitAsync(Cancel);

        await using var again = await _coach.StartAgainAsync();
        _platform.Before = static (_, _) => Task.CompletedTask;
        again.GoOn();
        await again.UntilAsync(db => db.Outbox.AllAsync(message => message.SentAt != null, Cancel));

        _platform.Arrived.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public async Task The_log_tells_the_kind_of_fault_and_the_message_by_its_id_but_no_word_of_it()
    {
        Refuse("my secret");
        await FakePlatform.SayAsync(_coach, "ada", ["my secret"]);
        await UntilFailedAsync(1);

        var line = _coach.Log.With($"Message {(await FailedAsync()).Id} could not be sent: IOException").ShouldHaveSingleItem();
        line.ShouldContain(nameof(FakePlatform), customMessage: "where it happened");
        _coach.Log.With("my secret").ShouldBeEmpty();
        _coach.Log.With("did not go through").ShouldBeEmpty();
    }

    private void Refuse(string refused) =>
        _platform.Before = (text, _) => text == refused ? throw new IOException($"“{text}” did not go through") : Task.CompletedTask;

    private Task UntilFailedAsync(int failures) => _coach.UntilAsync(db => db.Outbox.AnyAsync(message => message.Failures == failures, Cancel));

    private Task<OutboxMessage> FailedAsync() => _coach.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(message => message.Failures > 0, Cancel));

    private Task UntilNothingWaitsAsync() =>
        _coach.UntilAsync(async db => !await db.Outbox.AnyAsync(message => message.SentAt == null && message.DroppedAt == null, Cancel));
}
