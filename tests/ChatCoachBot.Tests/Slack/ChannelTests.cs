using ChatCoachBot.Daily;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Slack;

/// <summary>Practice that a whole channel shares. Each test has a coach of its own, since the clock goes on.</summary>
public sealed class ChannelTests : IAsyncLifetime
{
    private const string Wrong = "I have never heard of it before.";

    private readonly SlackCoach _coach = new();

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _coach.Slack.Faults.ShouldBeEmpty();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task A_member_switches_it_on_and_the_channel_is_told()
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());

        await ada.CommandAsync("channel on 09:30 weekdays release-engineer", channel);
        (await ada.NextInAsync(channel)).Shown.ShouldBe(
            "An exercise from Release Engineer comes to the channel at 09:30 on weekdays (UTC). The first one comes today at 09:30. Say “/coach channel off” there to end it.");
        (await _coach.Slack.NextAsync(channel)).Shown.ShouldBe(
            "Hello, I’m ChatCoach. At 09:30 on weekdays (UTC) I’ll post an exercise from Release Engineer here. Answer it if you like; only you will see your grade. The first one comes today at 09:30.");
    }

    [Fact]
    public async Task The_prompt_is_posted_once_a_day_and_answered_in_its_thread()
    {
        var (ada, channel, prompt) = await OpenRoundAsync();
        prompt.Shown.ShouldStartWith("Today’s exercise for everybody here");
        prompt.Shown.ShouldContain("Only you see your grade.");

        await ada.SayAsync("2", channel, prompt.Ts);
        var seen = await ada.NextInAsync(channel);
        seen.Shown.ShouldContain("*Passed*  100%");
        seen.Shown.ShouldEndWith("Only you can see this.");
        seen.Thread.ShouldBe(prompt.Ts);
        (await ada.NextAsync()).Shown.ShouldStartWith("Your answer in the channel");
        await _coach.Application.UntilAsync(_ => Task.FromResult(!_coach.Slack.Reactions.IsEmpty));
        _coach.Slack.Reactions.ShouldBe([(channel, ada.LastTs, "white_check_mark")]);

        await _coach.Application.TickAsync();
        _coach.Slack.HasMore(channel).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_by_a_button_is_graded_for_the_one_who_pressed_it()
    {
        var (_, channel, prompt) = await OpenRoundAsync();
        var (grace, linus) = (_coach.NewPerson(), _coach.NewPerson());

        await grace.PressAsync("2", prompt);
        (await grace.NextInAsync(channel)).Shown.ShouldContain("*Passed*  100%");
        await linus.PressAsync("1", prompt);
        (await linus.NextInAsync(channel)).Shown.ShouldContain("*Not yet*");
        (await grace.NextAsync()).Shown.ShouldContain("Would you like an exercise of your own each day?");
        _coach.Slack.HasMore(channel).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_in_a_form_is_graded_in_the_form_and_kept()
    {
        var (_, channel, prompt) = await OpenRoundAsync(inOwnWords: true);
        var grace = _coach.NewPerson();

        var graded = await grace.FillInAsync("Write your answer", "I have never heard of it before.", prompt);
        graded.GetProperty("response_action").GetString().ShouldBe("update");
        var view = graded.GetProperty("view");
        BlockRules.CheckView(view).ShouldBeEmpty();
        SlackPost.Shows(view.GetProperty("blocks")).ShouldContain("*Not yet*  0%");
        (await grace.NextAsync()).Shown.ShouldContain("*Not yet*  0%");
        _coach.Slack.HasMore(channel).ShouldBeFalse();
    }

    [Fact]
    public async Task When_the_time_is_over_the_thread_gets_the_model_answer_and_how_it_went()
    {
        var (ada, channel, prompt) = await OpenRoundAsync(inOwnWords: true);
        var grace = _coach.NewPerson();
        await ada.SayAsync(Wrong, channel, prompt.Ts);
        await ada.NextInAsync(channel);
        await grace.SayAsync(Wrong, channel, prompt.Ts);
        await grace.NextInAsync(channel);

        await CloseRoundsAsync(TimeSpan.FromHours(6));
        var summary = await _coach.Slack.NextAsync(channel);
        summary.Thread.ShouldBe(prompt.Ts);
        summary.Shown.ShouldStartWith("This exercise is closed 2 people answered. Thank you! A model answer");
        summary.Shown.ShouldContain("A model answer");
        summary.Shown.ShouldNotContain(ada.Id);
        summary.Shown.ShouldNotContain("%");

        await CloseRoundsAsync(TimeSpan.FromHours(1));
        _coach.Slack.HasMore(channel).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_graded_and_told_so()
    {
        var (ada, channel, prompt) = await OpenRoundAsync();
        await CloseRoundsAsync(TimeSpan.FromHours(6));
        (await _coach.Slack.NextAsync(channel)).Shown.ShouldContain("Nobody answered this time.");

        await ada.SayAsync("2", channel, prompt.Ts);
        (await ada.NextInAsync(channel)).Shown.ShouldEndWith("Only you can see this. The exercise is closed, so your answer no longer counts for the channel.");
    }

    [Fact]
    public async Task An_answer_that_is_edited_in_the_thread_is_graded_again()
    {
        var (ada, channel, prompt) = await OpenRoundAsync();
        await ada.SayAsync("1", channel, prompt.Ts);
        (await ada.NextInAsync(channel)).Shown.ShouldContain("*Not yet*");

        await ada.EditAsync("1", "2", channel, prompt.Ts);
        (await ada.NextInAsync(channel)).Shown.ShouldContain("*Passed*");
    }

    [Fact]
    public async Task A_mention_in_the_thread_is_one_answer()
    {
        var (ada, channel, prompt) = await OpenRoundAsync();

        await ada.SayAsync($"<@{FakeSlack.BotUser}> 2", channel, prompt.Ts);
        var mention = ada.Message($"<@{FakeSlack.BotUser}> 2", channel, prompt.Ts);
        mention["type"] = "app_mention";
        await ada.DeliverAsync(mention);
        (await ada.NextInAsync(channel)).Shown.ShouldContain("*Passed*");
        await ada.NextAsync();
        (await _coach.Application.ReadAsync(db => db.Attempts.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_calls_the_coach_in_a_channel_sees_what_it_can_do()
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());
        var mention = ada.Message($"<@{FakeSlack.BotUser}> hello", channel);
        mention["type"] = "app_mention";
        mention["ts"] = _coach.Slack.NewTs();

        await ada.DeliverAsync(mention);
        (await ada.NextInAsync(channel)).Shown.ShouldStartWith("What would you like to do?");
    }

    [Fact]
    public async Task A_public_channel_is_entered_and_a_private_one_asks_for_an_invitation()
    {
        var ada = _coach.NewPerson();
        var (open, closed) = (_coach.NewChannel(hasCoach: false), _coach.NewChannel(isPrivate: true, hasCoach: false));

        await ada.CommandAsync("channel on 09:30 weekdays release-engineer", open);
        (await _coach.Slack.NextAsync(open)).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
        (await ada.CommandAsync("channel on 09:30 weekdays release-engineer", closed)).ShouldStartWith("I’m not in this channel yet.");
    }

    [Fact]
    public async Task Other_ways_to_write_the_word_mean_the_same()
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());

        await ada.CommandAsync("/channel: off", channel);
        (await ada.NextInAsync(channel)).Shown.ShouldStartWith("All right, no more exercises in this channel.");
    }

    [Fact]
    public async Task Its_times_are_those_of_who_switches_it_on()
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());
        _coach.Slack.Zones[ada.Id] = "Europe/Warsaw";

        await ada.CommandAsync("channel on 09:30 weekdays release-engineer", channel);
        (await ada.NextInAsync(channel)).Shown.ShouldContain("at 09:30 on weekdays (Europe/Warsaw). The first one comes tomorrow at 09:30.");

        var grace = _coach.NewPerson();
        _coach.Slack.Zones[grace.Id] = "Asia/Tokyo";
        await grace.CommandAsync("channel on support-engineer", channel);
        (await grace.NextInAsync(channel)).Shown.ShouldContain("Support Engineer comes to the channel at 09:30 on weekdays (Europe/Warsaw).", customMessage: "who names no time leaves it as it is");
    }

    [Fact]
    public async Task It_is_switched_off_also_where_the_coach_was_removed()
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());
        await ada.CommandAsync("channel on 09:30 weekdays release-engineer", channel);
        await ada.NextInAsync(channel);
        _coach.Slack.Channels.TryRemove(channel, out _);

        await ada.CommandAsync("channel off", channel);
        (await ada.NextInAsync(channel)).Shown.ShouldStartWith("All right, no more exercises in this channel.");
    }

    [Fact]
    public async Task A_setting_leaves_it_to_the_creator_and_the_admins()
    {
        _coach.Settings["Slack:ChannelsManagedBy"] = "CreatorsAndAdmins";
        await _coach.StartAsync();
        var (ada, grace, linus) = (_coach.NewPerson(), _coach.NewPerson(), _coach.NewPerson());
        var channel = _coach.NewChannel(creator: grace.Id);
        _coach.Slack.WorkspaceAdmins[linus.Id] = true;

        await ada.CommandAsync("channel on 09:30 weekdays release-engineer", channel);
        (await ada.NextInAsync(channel)).Shown.ShouldStartWith("In this workspace only the channel’s creator and the workspace’s admins decide");
        foreach (var otherWords in new[] { "/channel off", "channel: off", "CHANNEL, off" })
        {
            await ada.CommandAsync(otherWords, channel);
            (await ada.NextInAsync(channel)).Shown.ShouldStartWith("In this workspace only");
        }

        await grace.CommandAsync("channel on 09:30 weekdays release-engineer", channel);
        (await grace.NextInAsync(channel)).Shown.ShouldStartWith("An exercise from");
        await linus.CommandAsync("channel off", channel);
        (await linus.NextInAsync(channel)).Shown.ShouldStartWith("All right, no more exercises in this channel.");
    }

    [Theory]
    [InlineData("channel", "Tell me when, and which path: “/coach channel on 09:30 weekdays release-engineer”.")]
    [InlineData("channel on some day", "Tell me when, and which path:")]
    [InlineData("channel on 25:00 release-engineer", "Tell me when, and which path:")]
    public async Task What_cannot_be_understood_is_explained(string said, string answer)
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());

        await ada.CommandAsync(said, channel);
        (await ada.NextInAsync(channel)).Shown.ShouldStartWith(answer);
    }

    [Fact]
    public async Task It_is_not_switched_on_in_a_direct_message()
    {
        var ada = _coach.NewPerson();

        await ada.CommandAsync("channel on 09:30 weekdays release-engineer");
        (await ada.NextAsync()).Shown.ShouldStartWith("Say that in the channel you want to practise in");
    }

    [Fact]
    public async Task Where_the_coach_was_removed_the_schedule_ends_and_begins_again_when_it_is_asked_for()
    {
        var (ada, channel, _) = await OpenRoundAsync();
        _coach.Slack.Channels[channel] = ("U0MAKER", true, false);
        await _coach.GoOnAsync(TimeSpan.FromDays(1));
        await _coach.Application.TickAsync();
        await _coach.Application.UntilAsync(db => db.Schedules.AnyAsync(schedule => schedule.EndedBecause == "not_in_channel", TestContext.Current.CancellationToken));

        await ada.CommandAsync("channel", channel);
        (await ada.NextInAsync(channel)).Shown.ShouldBe("I could not post here any more, so I stopped. Add me to this channel again, then say “/coach channel on” to begin again.");
        _coach.Slack.Channels[channel] = ("U0MAKER", true, true);
        await ada.CommandAsync("channel on", channel);
        (await ada.NextInAsync(channel)).Shown.ShouldContain("The first one comes tomorrow at 09:30.");
    }

    /// <summary>A channel whose exercise of the day is open.</summary>
    private async Task<(SlackPerson Ada, string Channel, SlackPost Prompt)> OpenRoundAsync(bool inOwnWords = false)
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());
        await ada.CommandAsync("channel on 09:30 daily release-engineer", channel);
        await ada.NextInAsync(channel);
        await _coach.Slack.NextAsync(channel);
        await _coach.GoOnAsync(TimeSpan.FromMinutes(45));
        await _coach.Application.TickAsync();
        await _coach.GoOnAsync(TimeSpan.Zero);
        var prompt = await _coach.Slack.NextAsync(channel);
        while (inOwnWords && !prompt.Shown.Contains(SmallContent.Explain, StringComparison.Ordinal))
        {
            await CloseRoundsAsync(TimeSpan.FromHours(6));
            (await _coach.Slack.NextAsync(channel)).Shown.ShouldStartWith("This exercise is closed");
            await _coach.GoOnAsync(TimeSpan.FromHours(18));
            await _coach.Application.TickAsync();
            await _coach.GoOnAsync(TimeSpan.Zero);
            prompt = await _coach.Slack.NextAsync(channel);
        }

        // What was sent is noted before anybody can have read it.
        await _coach.GoOnAsync(TimeSpan.Zero);
        return (ada, channel, prompt);
    }

    private async Task CloseRoundsAsync(TimeSpan later)
    {
        await _coach.GoOnAsync(later);
        await using var scope = _coach.Application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RoundTick>().RunAsync(TestContext.Current.CancellationToken);
        await _coach.GoOnAsync(TimeSpan.Zero);
    }
}
