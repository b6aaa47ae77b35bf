using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Outbox;
using ChatCoachBot.Teams.References;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Teams;

/// <summary>What Teams does not take at once.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    private const string Channel = "19:abc_def@thread.tacv2";

    private readonly TeamsCoach _coach = new();

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429, 7)]
    [InlineData(429, null)]
    [InlineData(412, null)]
    [InlineData(502, null)]
    [InlineData(503, null)]
    [InlineData(504, null)]
    public async Task It_is_sent_again_later_and_once(int status, int? retryAfter)
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        var tries = 0;
        _coach.Teams.Before = _ => Interlocked.Increment(ref tries) == 1 ? (status, "Later", retryAfter) : null;

        await ada.SayAsync("2");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.Failures > 0 && message.SentAt == null, Cancel));
        _coach.Application.GoOn(TimeSpan.FromMinutes(1));

        (await ada.NextAsync()).Shown.ShouldStartWith("Passed 100%");
        tries.ShouldBe(2);
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_knows_whether_a_500_was_heard_so_a_reply_is_sent_again_and_a_prompt_is_not()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        _coach.Teams.Before = _ => (500, "Oops", null);
        await ada.SayAsync("2");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.UnknownAt != null, Cancel));
        _coach.Teams.Before = _ => null;
        _coach.Application.GoOn(TimeSpan.FromMinutes(1));
        (await ada.NextAsync()).Shown.ShouldStartWith("Passed 100%");

        await _coach.GoOnAsync(TimeSpan.FromDays(1));
        _coach.Teams.Before = _ => (500, "Oops", null);
        await _coach.Application.TickAsync();
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.UnknownAt != null && message.SentAt == null, Cancel));
        _coach.Teams.Before = _ => null;

        await _coach.Application.UntilAsync(db =>
        {
            _coach.Application.GoOn(TimeSpan.FromSeconds(1));
            return db.Outbox.AnyAsync(message => message.DropReason == "Nobody knows whether it arrived, and a prompt is not sent twice.", Cancel);
        });
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(0)]
    public async Task Who_cannot_be_reached_holds_up_nobody_else_of_the_tenant_and_is_given_up_after_a_day(int status)
    {
        var (ada, bob) = (_coach.NewPerson(), _coach.NewPerson());
        await ada.JoinAsync();
        await bob.JoinAsync();
        if (status == 0)
        {
            _coach.Teams.Unreachable[ada.Chat] = true;
        }
        else
        {
            _coach.Teams.Before = conversation => conversation == ada.Chat ? (status, "Nobody", 7) : null;
        }

        await ada.SayAsync("2");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.Failures > 0 && message.SentAt == null, Cancel));
        (await bob.AskAsync("2")).Shown.ShouldStartWith("Passed 100%");
        (await _coach.Application.ReadAsync(db => db.Pauses.AnyAsync(Cancel))).ShouldBeFalse();

        _coach.Application.GoOn(TimeSpan.FromHours(25));
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "The platform did not take it for a day.", Cancel));
    }

    [Fact]
    public async Task What_teams_refuses_for_good_is_dropped_with_its_reason()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        _coach.Teams.Before = _ => (413, "MessageSizeTooBig", null);

        await ada.SayAsync("2");

        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "MessageSizeTooBig", Cancel));
        _coach.Teams.Before = _ => null;
        (await ada.AskAsync("menu")).Shown.ShouldStartWith("What would you like to do?");
    }

    [Fact]
    public async Task What_was_stored_is_looked_at_again_before_it_is_sent_to()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await _coach.Application.ChangeAsync(db => db.Set<TeamsReference>().ExecuteUpdateAsync(set => set.SetProperty(reference => reference.ServiceUrl, "https://evil.example/"), Cancel));

        await _coach.GoOnAsync(TimeSpan.FromDays(1));
        await _coach.Application.TickAsync();

        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "UntrustedServiceUrl", Cancel));
        _coach.Teams.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tenant_that_is_served_no_more_is_sent_nothing_more()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await _coach.GoOnAsync(TimeSpan.Zero);
        _coach.Application.Settings["Teams:Tenants:0"] = FakeTeams.AppId;
        await using var again = await _coach.Application.StartAgainAsync(TimeSpan.FromDays(1));
        _ = again.Address;

        await again.TickAsync();

        await again.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "The tenant is not served here.", Cancel));
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
        (await again.ReadAsync(db => db.Schedules.AnyAsync(schedule => schedule.EndedBecause != null, Cancel))).ShouldBeFalse("who is served again gets their prompts again");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_long_reply_goes_on_where_teams_stopped_taking_it(int status)
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await _coach.GoOnAsync(TimeSpan.Zero);
        var tries = 0;
        _coach.Teams.Before = _ => Interlocked.Increment(ref tries) == 2 ? (status, "Later", null) : null;
        var reply = new Reply([.. Enumerable.Range(1, 60).Select(number => new Paragraph($"{number} {new string('x', 3000)}"))]);
        await _coach.Application.ChangeAsync(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(one => one.Address == ada.Address, Cancel);
            db.Outbox.Add(OutboxMessage.Of(reply, conversation, OutboxKind.Reply, null, _coach.Application.Clock.GetUtcNow()));
        });
        _coach.Application.GoOn();
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.Failures > 0, Cancel));

        _coach.Application.GoOn(TimeSpan.FromMinutes(1));

        await _coach.Application.UntilAsync(db => db.Outbox.AllAsync(message => message.SentAt != null, Cancel));
        var shown = "";
        while (!_coach.Teams.IsSilent(ada.Chat))
        {
            shown += (await ada.NextAsync()).Shown;
        }

        Regex.Matches(shown, @"\d+(?= x)").Select(match => match.Value).ShouldBe(Enumerable.Range(1, 60).Select(number => $"{number}"));
        tries.ShouldBe(4);
    }

    [Fact]
    public async Task What_is_refused_for_its_size_is_no_reason_to_look_for_somebody_elsewhere()
    {
        var ada = _coach.NewPerson();
        _coach.Teams.Before = conversation => conversation == ada.Chat ? (413, "MessageSizeTooBig", null) : null;

        await ada.SayInAsync(Channel, "channel on 09:30 release-engineer");

        (await _coach.Teams.NextAsync(Channel)).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "MessageSizeTooBig", Cancel));
        await _coach.GoOnAsync(TimeSpan.Zero);
        _coach.Teams.IsSilent(Channel).ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        _coach.Teams.Before = _ => (413, new string('x', 2 * 1024 * 1024), null);

        await ada.SayAsync("2");

        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.UnknownAt != null, Cancel));
    }

    [Fact]
    public async Task A_token_that_was_taken_back_is_renewed_at_once_and_the_message_goes_out_once()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        _coach.Teams.TokensTakenBack = 1;

        (await ada.AskAsync("2")).Shown.ShouldStartWith("Passed 100%");

        _coach.Teams.TokensGiven.ShouldBe(2);
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
        (await _coach.Application.ReadAsync(db => db.Outbox.AnyAsync(message => message.Failures > 0, Cancel))).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_no_token_is_taken_a_new_one_is_not_asked_for_with_each_message()
    {
        var (ada, bob) = (_coach.NewPerson(), _coach.NewPerson());
        await ada.JoinAsync();
        await bob.JoinAsync();
        _coach.Teams.TokensTakenBack = 100;

        await ada.SayAsync("2");
        await bob.SayAsync("2");
        await _coach.Application.UntilAsync(async db => await db.Outbox.CountAsync(message => message.Failures > 0, Cancel) == 2);

        _coach.Teams.TokensGiven.ShouldBe(2);
    }

    [Fact]
    public async Task A_renewal_that_failed_is_tried_again_with_the_message()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        _coach.Teams.TokensTakenBack = 1;
        _coach.Teams.LoginFails = 500;
        await ada.SayAsync("2");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.Failures > 0, Cancel));

        _coach.Teams.LoginFails = null;
        _coach.Application.GoOn(TimeSpan.FromMinutes(1));

        (await ada.NextAsync()).Shown.ShouldStartWith("Passed 100%");
        _coach.Teams.TokensGiven.ShouldBe(2);
    }

    [Fact]
    public async Task Its_token_is_got_once()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ada.AskAsync("help");
        await ada.AskAsync("progress");

        _coach.Teams.TokensGiven.ShouldBe(1);
    }
}

/// <summary>The shipped content in cards.</summary>
public sealed class ShippedCardTests : IAsyncLifetime
{
    private readonly TeamsCoach _coach = new() { ContentFolder = Repository.ContentFolder };

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task Every_exercise_and_term_that_is_shipped_makes_a_card_that_teams_takes()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        for (var i = 0; i < 190; i++)
        {
            await ada.AskAsync("next");
            ada.Last.Shown.Length.ShouldBeGreaterThan(20);
            if (i == 95)
            {
                await ada.SayAsync("switch soc-analyst-threat-hunter");
                await ada.NextAsync();
                await ada.NextAsync();
            }
        }

        await ada.AskAsync("path 1");
        await ada.AskAsync("path 2");
        _coach.Teams.Faults.ShouldBeEmpty();
    }
}
