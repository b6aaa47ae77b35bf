using System.Net;
using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Teams;

/// <summary>A learner's own chat with the bot.</summary>
public sealed class PersonalChatTests : IAsyncLifetime
{
    private readonly TeamsCoach _coach = new();

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _coach.Teams.Faults.ShouldBeEmpty();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task Installing_greets_once_and_asks_for_a_path_and_a_time()
    {
        var ada = _coach.NewPerson();
        await ada.InstallAsync();

        (await ada.NextAsync()).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
        (await ada.NextAsync()).Shown.ShouldStartWith("Which path would you like to take? Release Engineer (B2) You learn to announce a release");
        ada.Last.Buttons.ShouldBe(["Release Engineer", "Support Engineer"]);
        await ada.PressAsync("Release Engineer");
        (await ada.NextAsync()).Shown.ShouldStartWith("Your path is Release Engineer.");
        (await ada.NextAsync()).Shown.ShouldContain("Your time zone is Europe/Warsaw.");
        await ada.PressAsync("09:00 on weekdays");
        (await ada.NextAsync()).Shown.ShouldStartWith("I’ll write to you at 09:00 on weekdays (Europe/Warsaw).");
        (await ada.NextAsync()).Shown.ShouldStartWith("Today’s exercise");
        ada.Last.Summary.ShouldBe("Today’s exercise");
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
    }

    [Fact]
    public async Task A_choice_is_answered_by_its_button_and_means_nothing_once_it_is_over()
    {
        var ada = _coach.NewPerson();
        var exercise = await ada.JoinAsync();

        exercise.HasInput.ShouldBeFalse();
        await ada.PressAsync("2");
        (await ada.NextAsync()).Shown.ShouldStartWith("Passed 100%");
        await ada.PressAsync("1", on: exercise);
        (await ada.NextAsync()).Shown.ShouldStartWith("You are done with that one.");
    }

    [Fact]
    public async Task An_exercise_in_free_text_is_answered_by_typing()
    {
        var ada = await AtExplainAsync();

        (await ada.AskAsync("It goes back to the previous version, so customers see the old page.")).Shown.ShouldStartWith(
            "Passed 100% ██████████ ✓ Said well: You say where it goes back to. “previous version”");
    }

    [Fact]
    public async Task Or_in_the_card_which_is_replaced_by_what_was_answered_and_the_grade_follows()
    {
        var ada = await AtExplainAsync();
        var exercise = ada.Last;

        var answer = await ada.AnswerInCardAsync("It goes back to the previous version.");

        answer.GetProperty("statusCode").GetInt32().ShouldBe(200);
        answer.GetProperty("type").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        CardRules.Faults(answer.GetProperty("value")).ShouldBeEmpty();
        TeamsPost.Read(answer.GetProperty("value")).ShouldBe("Your answer “It goes back to the previous version.” Thank you. Your grade comes right behind this.");
        (await ada.NextAsync()).Shown.ShouldStartWith("Getting there 67%");
        (await ada.AnswerInCardAsync("  ", exercise)).GetProperty("value").GetString().ShouldBe("Write a few words first, then send them.");
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
    }

    [Fact]
    public async Task An_edit_of_the_last_answer_is_graded_again()
    {
        var ada = await AtExplainAsync();
        (await ada.AskAsync("It goes back to the previous version.")).Shown.ShouldStartWith("Getting there 67%");

        await ada.EditAsync("It goes back to the previous version, and customers see the old page.");

        (await ada.NextAsync()).Shown.ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task What_people_write_is_shown_as_it_is()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();

        (await ada.AskAsync("term **x**[y](https://evil.example) <at>all</at>")).Shown.ShouldStartWith("“**x**[y](https://evil.example) all” is not in the glossary.");
        await ada.AskAsync("2");
        await ada.AskAsync("next");
        ada.Last.Card!.Value.GetRawText().ShouldNotContain("<at>");
    }

    [Fact]
    public async Task A_file_a_reaction_and_what_is_of_no_use()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();

        await ada.DeliverAsync(ada.Activity("message", new JsonObject { ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://x" }) }));
        (await ada.NextAsync()).Shown.ShouldStartWith("I can only read text, so I cannot look into files.");
        await ada.DeliverAsync(ada.Activity("messageReaction", new JsonObject { ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }) }));
        (await ada.NextAsync()).Shown.ShouldStartWith("Thank you for the reaction. The exercise is still open");
        foreach (var type in (string[])["messageDelete", "typing", "event", "endOfConversation", "trace", "somethingNew"])
        {
            (await ada.DeliverAsync(ada.Activity(type))).ShouldBe(HttpStatusCode.OK);
        }

        (await ada.DeliverAsync(ada.Activity("invoke", new JsonObject { ["name"] = "composeExtension/query" }))).ShouldBe(HttpStatusCode.NotImplemented);
        await ada.PressAsync("2", on: ada.Last.Buttons.Contains("2") ? ada.Last : (await ada.AskAsync("again")));
        (await ada.NextAsync()).Shown.ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task The_daily_prompt_comes_of_itself_also_after_teams_has_moved()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        var moved = ada.Activity("message", new JsonObject { ["text"] = "2", ["serviceUrl"] = "https://smba.trafficmanager.net/amer/" });
        (await _coach.PostAsync(moved.ToJsonString(), _coach.Teams.NewToken(_coach.Application.Clock.GetUtcNow(), serviceUrl: "https://smba.trafficmanager.net/amer/"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ada.NextAsync()).Shown.ShouldStartWith("Passed");
        await _coach.GoOnAsync(TimeSpan.FromDays(1));

        await _coach.Application.TickAsync();

        (await ada.NextAsync()).Shown.ShouldStartWith("Your ");
        _coach.Teams.Paths.Last().ShouldStartWith("/smba.trafficmanager.net/amer/v3/conversations/a%3A1");
    }

    [Fact]
    public async Task Who_takes_the_app_away_gets_nothing_and_who_puts_it_back_gets_the_next_prompt()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ada.DeliverAsync(ada.Activity("installationUpdate", new JsonObject { ["action"] = "remove" }));
        await _coach.GoOnAsync(TimeSpan.FromDays(1));
        await _coach.Application.TickAsync();
        await _coach.Application.UntilAsync(async db => (await db.Schedules.FirstAsync(TestContext.Current.CancellationToken)).EndedBecause == "The app is not installed there.");

        await ada.InstallAsync();
        await _coach.GoOnAsync(TimeSpan.FromDays(1));
        await _coach.Application.TickAsync();

        (await ada.NextAsync()).Shown.ShouldStartWith("Your ");
    }

    [Theory]
    [InlineData("message", FakeTeams.BotId)]
    [InlineData("message", "29:1somebody")]
    [InlineData("messageUpdate", FakeTeams.BotId)]
    [InlineData("messageReaction", FakeTeams.BotId)]
    public async Task What_the_bot_says_itself_is_nobodys_word(string type, string to)
    {
        var ada = _coach.NewPerson();
        var before = await _coach.Application.ReadAsync(db => db.Inbox.CountAsync(TestContext.Current.CancellationToken));

        (await ada.DeliverAsync(ada.Activity(type, new JsonObject
        {
            ["text"] = "hello",
            ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }),
            ["from"] = new JsonObject { ["id"] = FakeTeams.BotId, ["name"] = "ChatCoach" },
            ["recipient"] = new JsonObject { ["id"] = to },
        }))).ShouldBe(HttpStatusCode.OK);

        (await _coach.Application.ReadAsync(db => db.Inbox.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(before);
    }

    [Theory]
    [InlineData("somethingNew")]
    [InlineData("Remove")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_installation_update_of_another_kind_changes_nothing(string? action)
    {
        var ada = _coach.NewPerson();
        (await ada.DeliverAsync(ada.Activity("installationUpdate", new JsonObject { ["action"] = action }))).ShouldBe(HttpStatusCode.OK);
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
        await ada.JoinAsync();

        (await ada.DeliverAsync(ada.Activity("installationUpdate", new JsonObject { ["action"] = action }))).ShouldBe(HttpStatusCode.OK);

        (await ada.AskAsync("2")).Shown.ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task Whoever_has_blocked_the_bot_is_left_alone()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        _coach.Teams.Before = _ => (403, "ConversationBlockedByUser", null);
        await _coach.GoOnAsync(TimeSpan.FromDays(1));

        await _coach.Application.TickAsync();

        await _coach.Application.UntilAsync(async db => (await db.Schedules.FirstAsync(TestContext.Current.CancellationToken)).EndedBecause == "ConversationBlockedByUser");
    }

    [Fact]
    public async Task A_path_a_glossary_and_help_fit_into_cards()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();

        (await ada.AskAsync("path")).Buttons.ShouldBe(["A release that went wrong", "Support Engineer"]);
        (await ada.AskAsync("glossary")).Buttons.ShouldBe(["Shipping", "Taking back"]);
        (await ada.AskAsync("help")).Shown.ShouldContain("today’s exercise");
        (await ada.AskAsync("progress")).Shown.ShouldContain("░░░░░░░░░░ Rollbacks 0 of");
    }

    private async Task<TeamsPerson> AtExplainAsync()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        while (!ada.Last.Shown.Contains(SmallContent.Explain, StringComparison.Ordinal))
        {
            await ada.AskAsync("skip");
            await ada.NextAsync();
        }

        ada.Last.HasInput.ShouldBeTrue();
        return ada;
    }
}
