using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Slack;

/// <summary>What <c>/coach</c> does, and for whom.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private const string Boss = "U0BOSS";

    private readonly SlackCoach _coach = new();

    public ValueTask InitializeAsync()
    {
        _coach.Settings["Admins"] = Boss;
        return _coach.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _coach.Slack.Faults.ShouldBeEmpty();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task Alone_it_shows_a_card_of_buttons()
    {
        var ada = _coach.NewPerson();

        await ada.CommandAsync("");
        (await ada.NextAsync()).Buttons.ShouldBe(["Today’s exercise", "Next", "A scenario", "Quiz", "Progress", "Glossary", "Help"]);
    }

    [Fact]
    public async Task In_a_channel_only_the_one_who_said_it_reads_the_answer()
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel(hasCoach: false));
        await ada.JoinAsync();

        await ada.CommandAsync("help", channel);
        var seen = await ada.NextInAsync(channel);
        seen.Shown.ShouldStartWith("What you can say");
        await ada.PressAsync("Progress", seen);
        (await ada.NextInAsync(channel)).Shown.ShouldStartWith("Release Engineer");
        _coach.Slack.HasMore(channel).ShouldBeFalse();
    }

    [Fact]
    public async Task An_exercise_shown_in_a_channel_is_answered_there_and_kept()
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());
        await ada.JoinAsync();

        await ada.CommandAsync("today", channel);
        await ada.PressAsync("2", await ada.NextInAsync(channel));
        (await ada.NextInAsync(channel)).Shown.ShouldContain("*Passed*");
    }

    [Fact]
    public async Task An_address_for_the_answer_that_no_longer_works_is_made_up_for()
    {
        var (ada, channel) = (_coach.NewPerson(), _coach.NewChannel());
        _coach.Slack.Instead = static (method, _, _) => method == "response_url" ? Microsoft.AspNetCore.Http.Results.Text("""{"ok":false,"error":"expired_url"}""", "application/json", statusCode: 404) : null;

        await ada.CommandAsync("help", channel);
        (await ada.NextInAsync(channel)).Shown.ShouldStartWith("What you can say");
    }

    [Fact]
    public async Task Where_the_coach_cannot_speak_the_answer_comes_in_the_direct_conversation()
    {
        var ada = _coach.NewPerson();
        _coach.Slack.Instead = static (method, _, _) => method is "response_url" or "chat.postEphemeral"
            ? Microsoft.AspNetCore.Http.Results.Text("""{"ok":false,"error":"user_not_in_channel"}""", "application/json")
            : null;

        await ada.CommandAsync("help", _coach.NewChannel());
        (await ada.NextAsync()).Shown.ShouldStartWith("What you can say");
    }

    [Fact]
    public async Task Whoever_runs_the_coach_sees_how_it_is_doing()
    {
        var (boss, ada) = (new SlackPerson(_coach, Boss, FakeSlack.Team), _coach.NewPerson());
        await ada.JoinAsync();
        await ada.AskAsync("2");
        _coach.Slack.Instead = static (method, _, after) => method == "chat.postMessage" && !after
            ? Microsoft.AspNetCore.Http.Results.Text("""{"ok":false,"error":"user_disabled"}""", "application/json")
            : null;
        await ada.SayAsync("help");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "user_disabled", TestContext.Current.CancellationToken));

        (await boss.CommandAsync("admin")).ShouldBe(
            "For whoever runs the coach *Practised in the last 7 days* 1 of 1 learners *Channels that practise* 0 *Messages set aside after five failures* none "
            + $"*Not delivered in the last 7 days* 1 × user_disabled *Schedules that ended* {FakeSlack.Team}/{ada.Id}: user_disabled");
        (await ada.CommandAsync("admin")).ShouldStartWith("Only whoever runs the coach can do that.");
    }

    [Fact]
    public async Task People_and_groups_are_invited_once_and_may_decline()
    {
        var boss = new SlackPerson(_coach, Boss, FakeSlack.Team);
        var (ada, grace, linus) = (_coach.NewPerson(), _coach.NewPerson(), _coach.NewPerson());
        _coach.Slack.Groups["S01GROUP"] = [grace.Id, linus.Id, Boss];

        (await boss.CommandAsync($"invite <@{ada.Id}|ada> <!subteam^S01GROUP|@backend>")).ShouldStartWith("I have 3 invitations to send.");
        (await ada.NextAsync()).Shown.ShouldStartWith("Hello, I’m ChatCoach. A colleague thought you might like this");
        (await grace.NextAsync()).Buttons.ShouldBe(["Start", "No, thank you"]);
        await linus.NextAsync();
        (await grace.PressAndReadAsync("No, thank you")).Shown.ShouldStartWith("All right. I won’t ask again");

        (await boss.CommandAsync($"invite <@{ada.Id}> <@{grace.Id}>")).ShouldStartWith("I have 2 invitations");
        (await ada.PressAndReadAsync("Start")).Shown.ShouldStartWith("Hello, I’m ChatCoach. Once a day");
        (await grace.AskAsync("help")).Shown.ShouldStartWith("What you can say");
        await ada.NextAsync();
        (await ada.AskAsync("help")).Shown.ShouldStartWith("What you can say");
    }

    [Theory]
    [InlineData("invite")]
    [InlineData("invite everybody")]
    [InlineData("invite <@>")]
    public async Task An_invitation_to_nobody_is_explained(string said) =>
        (await new SlackPerson(_coach, Boss, FakeSlack.Team).CommandAsync(said)).ShouldStartWith("Say whom to invite");

    [Fact]
    public async Task Only_whoever_runs_the_coach_invites() =>
        (await _coach.NewPerson().CommandAsync("invite <@U1>")).ShouldStartWith("Only whoever runs the coach can do that.");

    [Fact]
    public async Task A_command_that_slack_repeats_is_handled_once()
    {
        var ada = _coach.NewPerson();
        var command = ada.Command("help", null);

        await _coach.PostFormAsync(command);
        await _coach.PostFormAsync(command);
        await ada.NextAsync();
        (await ada.AskAsync("menu")).Shown.ShouldStartWith("What would you like to do?");
    }
}
