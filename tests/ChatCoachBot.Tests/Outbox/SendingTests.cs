using ChatCoachBot.Outbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Outbox;

/// <summary>A platform that cannot be reached: what waits for it is neither lost, nor doubled, nor turned round, and nobody else waits for it.</summary>
public abstract class SendingTests : IAsyncDisposable
{
    private readonly FakePlatform _platform = new();
    private readonly CoachApplication _coach;

    private SendingTests(Store store) => _coach = new CoachApplication { Store = store, ContentFolder = Repository.SmallContentFolder, Platform = _platform };

    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _coach.DisposeAsync();
    }

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
    public async Task What_is_not_taken_is_tried_again_further_and_further_apart_and_those_behind_it_keep_their_places()
    {
        Refuse("one");
        await FakePlatform.SayAsync(_coach, "ada", ["one", "two", "three"]);
        foreach (var (failures, seconds) in ((int, int)[])[(1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 60), (7, 60)])
        {
            await UntilFailedAsync(failures);
            var wait = (await FailedAsync()).NotBefore!.Value - _coach.Clock.GetUtcNow();
            wait.ShouldBeInRange(TimeSpan.FromSeconds(seconds / 2.0), TimeSpan.FromSeconds(seconds), "half of the wait is a matter of chance");
            _coach.GoOn(wait - TimeSpan.FromMilliseconds(100));
            await FakePlatform.SayAsync(_coach, "bob", [$"after {failures}"]);
            (await _platform.NextAsync()).ShouldBe($"after {failures}", "the outbox was worked off again");
            (await FailedAsync()).Failures.ShouldBe(failures, "it is too early");
            _coach.GoOn(TimeSpan.FromMilliseconds(100));
        }

        await UntilFailedAsync(8);
        _platform.Before = FakePlatform.Take;
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
        _platform.Before = FakePlatform.Take;
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
    public async Task A_host_that_stops_waits_for_what_is_under_way_and_the_next_one_sends_the_rest()
    {
        var (sending, release) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _platform.Before = async (text, cancel) =>
        {
            if (text == "two")
            {
                sending.TrySetResult();
                await release.Task.WaitAsync(cancel);
            }

            return new SendResult.Sent();
        };
        await FakePlatform.SayAsync(_coach, "ada", ["one", "two", "three"]);
        await sending.Task.WaitAsync(Cancel);

        var starting = _coach.StartAgainAsync();
        release.SetResult();
        await using var again = await starting;
        _platform.Before = FakePlatform.Take;
        again.GoOn();
        await again.UntilAsync(db => db.Outbox.AllAsync(message => message.SentAt != null, Cancel));

        _platform.Arrived.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public async Task When_the_line_breaks_a_reply_is_sent_again_and_marked_as_one_that_may_have_arrived_before()
    {
        var broken = Break("one");
        await FakePlatform.SayAsync(_coach, "ada", ["one"]);
        await UntilFailedAsync(1);
        broken.Mend();
        _coach.GoOn(TimeSpan.FromSeconds(2));

        (await _platform.NextAsync()).ShouldBe("one");
        await UntilNothingWaitsAsync();
        (await FailedAsync()).UnknownAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task When_the_line_breaks_a_prompt_is_not_sent_again_and_the_next_message_is()
    {
        var broken = Break("a prompt");
        await FakePlatform.SayAsync(_coach, "ada", ["a prompt"], expiresAt: _coach.Clock.GetUtcNow().AddHours(4));
        await UntilFailedAsync(1);
        broken.Mend();
        await FakePlatform.SayAsync(_coach, "ada", ["a reply"]);
        _coach.GoOn(TimeSpan.FromSeconds(2));

        (await _platform.NextAsync()).ShouldBe("a reply");
        await UntilNothingWaitsAsync();
        var prompt = await FailedAsync();
        (prompt.SentAt, prompt.DroppedAt).ShouldBe((null, _coach.Clock.GetUtcNow()));
        prompt.DropReason.ShouldBe("Nobody knows whether it arrived, and a prompt is not sent twice.");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_platform_that_can_tell_is_asked_and_nothing_comes_twice_or_is_lost(bool arrived, int sentAgain)
    {
        var broken = Break("a prompt");
        _platform.Has = _ => arrived;
        await FakePlatform.SayAsync(_coach, "ada", ["a prompt"], expiresAt: _coach.Clock.GetUtcNow().AddHours(4));
        await UntilFailedAsync(1);
        broken.Mend();
        _coach.GoOn(TimeSpan.FromSeconds(2));
        await UntilNothingWaitsAsync();

        (await FailedAsync()).SentAt.ShouldNotBeNull();
        _platform.Arrived.Count(text => text == "a prompt").ShouldBe(sentAgain);
    }

    [Fact]
    public async Task What_a_killed_host_was_sending_is_a_reply_sent_again_and_a_prompt_not_once_the_host_is_taken_for_dead()
    {
        _platform.Before = static (_, _) => Task.FromResult<SendResult>(new SendResult.NotNow());
        await FakePlatform.SayAsync(_coach, "ada", ["a reply"]);
        await FakePlatform.SayAsync(_coach, "bob", ["a prompt"], expiresAt: _coach.Clock.GetUtcNow().AddHours(4));
        await _coach.UntilAsync(db => db.Outbox.AllAsync(message => message.Failures == 1, Cancel));
        await using var again = await _coach.StartAgainAsync();
        // As a kill leaves it: claimed, and nobody is left to note what became of it.
        await again.Database.ChangeAsync(db => db.Outbox.ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.ClaimedBy, "a killed host")
                .SetProperty(message => message.ClaimedUntil, LongAgo)
                .SetProperty(message => message.NotBefore, (DateTimeOffset?)null),
            Cancel));
        _platform.Before = FakePlatform.Take;
        again.GoOn();

        (await _platform.NextAsync()).ShouldBe("a reply");
        await again.UntilAsync(async db => !await db.Outbox.AnyAsync(message => message.SentAt == null && message.DroppedAt == null, Cancel));
        var prompt = await again.ReadAsync(db => db.Outbox.SingleAsync(message => message.Kind == OutboxKind.Prompt, Cancel));
        (prompt.SentAt, prompt.DropReason).ShouldBe((null, "Nobody knows whether it arrived, and a prompt is not sent twice."));
        prompt.UnknownAt.ShouldNotBeNull();
        _platform.Arrived.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_another_host_has_claimed_is_left_to_it_with_all_behind_it_until_it_is_taken_for_dead()
    {
        await FakePlatform.SayAsync(_coach, "bob", ["hello"]);
        (await _platform.NextAsync()).ShouldBe("hello", "this host has started, and taken over what it finds");
        await FakePlatform.SayAsync(_coach, "ada", ["one", "two"], claimedUntil: DateTimeOffset.MaxValue);

        await FakePlatform.SayAsync(_coach, "bob", ["again"]);
        (await _platform.NextAsync()).ShouldBe("again", "the outbox was worked off");
        await _coach.ChangeAsync(db => db.Outbox.Where(message => message.ClaimedBy != null).ExecuteUpdateAsync(set => set.SetProperty(message => message.ClaimedUntil, LongAgo), Cancel));
        _coach.GoOn();

        (await _platform.NextAsync()).ShouldBe("one");
        (await _platform.NextAsync()).ShouldBe("two");
    }

    [Fact]
    public async Task A_reply_does_not_wait_behind_a_prompt_of_its_conversation_that_has_to_wait()
    {
        Refuse("a prompt");
        await FakePlatform.SayAsync(_coach, "ada", ["a prompt"], expiresAt: _coach.Clock.GetUtcNow().AddHours(4));
        await UntilFailedAsync(1);

        await FakePlatform.SayAsync(_coach, "ada", ["a reply"]);

        (await _platform.NextAsync()).ShouldBe("a reply", "and the clock stood still");
        _platform.Before = FakePlatform.Take;
        _coach.GoOn(TimeSpan.FromSeconds(2));
        (await _platform.NextAsync()).ShouldBe("a prompt");
    }

    [Fact]
    public async Task When_the_clock_is_set_back_what_was_put_off_does_not_wait_for_the_old_time()
    {
        Refuse("one");
        await FakePlatform.SayAsync(_coach, "ada", ["one"]);
        await UntilFailedAsync(1);
        await using var again = await _coach.StartAgainAsync();
        _platform.Before = FakePlatform.Take;
        await again.Database.ChangeAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(message => message.NotBefore, again.Clock.GetUtcNow().AddDays(1)), Cancel));
        again.GoOn();

        (await _platform.NextAsync()).ShouldBe("one");
    }

    [Fact]
    public async Task Who_asks_for_patience_again_and_again_gets_it_for_days_and_then_the_message()
    {
        _platform.Before = static (_, _) => Task.FromResult<SendResult>(new SendResult.NotNow(TimeSpan.FromDays(1)));
        await FakePlatform.SayAsync(_coach, "ada", ["one"]);
        for (var failures = 1; failures <= 30; failures++)
        {
            await UntilFailedAsync(failures);
            (await FailedAsync()).DroppedAt.ShouldBeNull();
            // However much it asks for, it is asked again after an hour.
            _coach.GoOn(TimeSpan.FromHours(1));
        }

        await UntilFailedAsync(31);
        _platform.Before = FakePlatform.Take;
        _coach.GoOn(TimeSpan.FromHours(1));

        (await _platform.NextAsync()).ShouldBe("one");
    }

    [Fact]
    public async Task A_platform_that_wants_peace_for_a_workspace_gets_it_and_the_other_workspaces_go_on()
    {
        _platform.Before = static (text, _) => Task.FromResult<SendResult>(text == "one" ? new SendResult.NotNow(TimeSpan.FromSeconds(30)) : new SendResult.Sent());
        await FakePlatform.SayAsync(_coach, "ada", ["one"], workspace: "acme");
        await UntilFailedAsync(1);
        await FakePlatform.SayAsync(_coach, "bob", ["two"], workspace: "acme");
        await FakePlatform.SayAsync(_coach, "cyd", ["three"], workspace: "zenith");

        (await _platform.NextAsync()).ShouldBe("three");
        _platform.Before = FakePlatform.Take;
        _coach.GoOn(TimeSpan.FromSeconds(29));
        await FakePlatform.SayAsync(_coach, "cyd", ["four"], workspace: "zenith");
        (await _platform.NextAsync()).ShouldBe("four");
        _coach.GoOn(TimeSpan.FromSeconds(1));

        (await _platform.NextAsync()).ShouldBe("one");
        (await _platform.NextAsync()).ShouldBe("two");
    }

    [Fact]
    public async Task What_a_platform_will_never_take_is_dropped_with_its_reason_and_the_next_message_goes()
    {
        _platform.Before = static (text, _) => Task.FromResult<SendResult>(text == "one" ? new SendResult.Refused("channel_not_found") : new SendResult.Sent());
        await FakePlatform.SayAsync(_coach, "ada", ["one", "two"]);

        (await _platform.NextAsync()).ShouldBe("two");
        var refused = await _coach.ReadAsync(db => db.Outbox.SingleAsync(message => message.DroppedAt != null, Cancel));
        (refused.SentAt, refused.DropReason).ShouldBe((null, "channel_not_found"));
    }

    [Fact]
    public async Task Replies_go_before_prompts_that_waited_longer()
    {
        _platform.Before = static (_, _) => Task.FromResult<SendResult>(new SendResult.NotNow());
        foreach (var person in Enumerable.Range(0, 10))
        {
            await FakePlatform.SayAsync(_coach, $"{person}", ["a prompt"], expiresAt: _coach.Clock.GetUtcNow().AddHours(4));
        }

        await FakePlatform.SayAsync(_coach, "ada", ["a reply"]);
        await _coach.UntilAsync(db => db.Outbox.AllAsync(message => message.Failures == 1 && message.ClaimedBy == null, Cancel));
        _platform.Before = FakePlatform.Take;
        _coach.GoOn(TimeSpan.FromSeconds(2));

        (await _platform.NextAsync()).ShouldBe("a reply");
        await _coach.UntilAsync(db => db.Outbox.AllAsync(message => message.SentAt != null, Cancel));
        _platform.Arrived.Count.ShouldBe(11);
    }

    [Fact]
    public async Task The_log_tells_the_kind_of_fault_and_the_message_by_its_id_but_no_word_of_it()
    {
        Break("my secret");
        await FakePlatform.SayAsync(_coach, "ada", ["my secret"]);
        await UntilFailedAsync(1);

        var line = _coach.Log.With($"Whether message {(await FailedAsync()).Id} was sent is unknown: IOException").ShouldHaveSingleItem();
        line.ShouldContain(nameof(FakePlatform), customMessage: "where it happened");
        _coach.Log.With("my secret").ShouldBeEmpty();
        _coach.Log.With("did not go through").ShouldBeEmpty();
    }

    private void Refuse(string refused) =>
        _platform.Before = (text, _) => Task.FromResult<SendResult>(text == refused ? new SendResult.NotNow() : new SendResult.Sent());

    /// <summary>The line breaks at every message of this text, until it is mended.</summary>
    private BrokenLine Break(string text)
    {
        var broken = new BrokenLine(text);
        _platform.Before = broken.SendAsync;
        return broken;
    }

    private Task UntilFailedAsync(int failures) => _coach.UntilAsync(db => db.Outbox.AnyAsync(message => message.Failures == failures, Cancel));

    private Task<OutboxMessage> FailedAsync() => _coach.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(message => message.Failures > 0, Cancel));

    private Task UntilNothingWaitsAsync() =>
        _coach.UntilAsync(async db => !await db.Outbox.AnyAsync(message => message.SentAt == null && message.DroppedAt == null, Cancel));

    private sealed class BrokenLine(string refused)
    {
        private bool _mended;

        public void Mend() => _mended = true;

        public Task<SendResult> SendAsync(string text, CancellationToken cancellationToken) =>
            text == refused && !_mended ? throw new IOException($"“{text}” did not go through") : FakePlatform.Take(text, cancellationToken);
    }

    public sealed class OnSqlite() : SendingTests(Store.Sqlite);

    public sealed class OnPostgreSql() : SendingTests(Store.PostgreSql);
}
