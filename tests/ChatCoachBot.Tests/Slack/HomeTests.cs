using System.Text.Json;
using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Slack;

/// <summary>The home page: what it shows, and what its controls do.</summary>
public sealed class HomeTests(SlackCoach coach)
{
    [Fact]
    public async Task Who_has_not_begun_is_welcomed()
    {
        var ada = coach.NewPerson();

        var home = await OpenAsync(ada);
        SlackPost.Shows(home.GetProperty("blocks")).ShouldStartWith("Your English coach Hello, I’m ChatCoach.");
        await ada.ControlAsync(Button(home, "Start"));
        (await ada.NextAsync()).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
    }

    [Fact]
    public async Task It_shows_the_days_exercise_the_streak_progress_by_topic_and_the_next_prompt()
    {
        var ada = coach.NewPerson();
        await ada.JoinAsync();

        var before = SlackPost.Shows((await OpenAsync(ada)).GetProperty("blocks"));
        before.ShouldStartWith("Today’s exercise");
        before.ShouldContain(SmallContent.Choice);
        before.ShouldContain("*Days in a row* none yet: today is a good day to begin");
        before.ShouldContain("*Next prompt* today at 09:00");
        before.ShouldContain("*Remembered* not known yet: a few more reviews will tell");
        before.ShouldContain("*To review* nothing yet");
        before.ShouldContain("Passed and still fresh, by topic `░░░░░░░░░░`  Releases  0 of 6 `░░░░░░░░░░`  Rollbacks  0 of 5");
        await ada.PressAndReadAsync("2");
        var after = SlackPost.Shows((await OpenAsync(ada)).GetProperty("blocks"));
        after.ShouldContain("You’re done with today’s exercise.");
        after.ShouldContain("*Days in a row* 1 day (1 day off in reserve)");
        after.ShouldContain("*To review* 1 thing today");
        after.ShouldContain("`██░░░░░░░░`  Releases  1 of 6");
        coach.Slack.Faults.ShouldBeEmpty("Slack’s limits hold");
    }

    [Fact]
    public async Task An_answer_given_there_is_graded_in_the_conversation()
    {
        var ada = coach.NewPerson();
        await ada.JoinAsync();

        await ada.ControlAsync(Button(await OpenAsync(ada), "2"));
        (await ada.NextAsync()).Shown.ShouldContain("*Passed*");
    }

    [Fact]
    public async Task Its_settings_are_controls()
    {
        var ada = coach.NewPerson();
        await ada.JoinAsync();
        await OpenAsync(ada);

        await ada.ControlAsync(
            new JsonObject { ["action_id"] = "home-time", ["type"] = "timepicker", ["selected_time"] = "17:15" },
            Days("monday", "friday"));
        await ShowsAsync(ada, "I’ll write to you at 17:15 on Mondays, Fridays (UTC).");
        await ada.ControlAsync(new JsonObject { ["action_id"] = "home-zone", ["type"] = "plain_text_input", ["value"] = "Asia/Tokyo" });
        await ShowsAsync(ada, "Your time zone is now Asia/Tokyo");
        await ada.ControlAsync(new JsonObject { ["action_id"] = "home-zone", ["type"] = "plain_text_input", ["value"] = "Asia/Tokio" });
        await ShowsAsync(ada, "Did you mean Asia/Tokyo?");
        await ada.ControlAsync(new JsonObject { ["action_id"] = "home-pause", ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = "pause" } });
        await ShowsAsync(ada, "Paused.");
        await ada.ControlAsync(new JsonObject { ["action_id"] = "home-pause", ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = "resume" } });
        await ShowsAsync(ada, "Welcome back.");
        var before = await SaidAsync();
        await ada.ControlAsync(new JsonObject { ["action_id"] = "home-path", ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = "release-engineer" } });
        await ShowsAsync(ada, "Your path is Release Engineer.");
        (await SaidAsync() - before).ShouldBe(1, "a second notice would take the place of the first");
        coach.Slack.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_alone_keep_the_time()
    {
        var ada = coach.NewPerson();
        await ada.JoinAsync();
        await OpenAsync(ada);

        var state = new JsonObject { ["home-time"] = new JsonObject { ["home-time"] = new JsonObject { ["type"] = "timepicker", ["selected_time"] = "09:00" } } };
        await ada.ControlAsync(
            new JsonObject { ["action_id"] = "home-days", ["type"] = "checkboxes", ["selected_options"] = new JsonArray(new JsonObject { ["value"] = "sunday" }) }, state);
        await ShowsAsync(ada, "I’ll write to you at 09:00 on Sundays (UTC).");
    }

    private static JsonObject Days(params string[] days) => new()
    {
        ["home-days"] = new JsonObject
        {
            ["home-days"] = new JsonObject { ["type"] = "checkboxes", ["selected_options"] = new JsonArray([.. days.Select(day => (JsonNode)new JsonObject { ["value"] = day })]) },
        },
    };

    private static JsonObject Button(JsonElement home, string label)
    {
        var button = SlackPost.ButtonsOf(home.GetProperty("blocks")).First(button => SlackPost.LabelOf(button) == label);
        return new JsonObject { ["action_id"] = button.GetProperty("action_id").GetString(), ["type"] = "button", ["value"] = button.GetProperty("value").GetString() };
    }

    private async Task<JsonElement> OpenAsync(SlackPerson person)
    {
        coach.Slack.Homes.TryRemove(person.Id, out _);
        await person.DeliverAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = person.Id, ["channel"] = person.Direct, ["tab"] = "home", ["event_ts"] = "1.0" });
        await coach.Application.UntilAsync(_ => Task.FromResult(coach.Slack.Homes.ContainsKey(person.Id)));
        return coach.Slack.Homes[person.Id];
    }

    private Task<int> SaidAsync() => coach.Application.ReadAsync(db => db.Outbox.CountAsync(TestContext.Current.CancellationToken));

    private Task ShowsAsync(SlackPerson person, string notice) =>
        coach.Application.UntilAsync(_ => Task.FromResult(SlackPost.Shows(coach.Slack.Homes[person.Id].GetProperty("blocks")).Contains(notice, StringComparison.Ordinal)));
}
