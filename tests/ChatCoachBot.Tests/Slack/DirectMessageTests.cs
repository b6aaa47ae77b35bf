using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;

[assembly: AssemblyFixture(typeof(SlackCoach))]

namespace ChatCoachBot.Tests.Slack;

/// <summary>What a person reads who talks with the coach in direct messages.</summary>
public sealed class DirectMessageTests(SlackCoach coach)
{
    private const string Right = "It returns to the previous version, and customers see the old page again.";

    [Fact]
    public async Task Who_says_hello_is_welcomed_and_led_to_the_first_exercise()
    {
        var ada = coach.NewPerson();

        await ada.SayAsync("hi");
        (await ada.NextAsync()).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
        (await ada.NextAsync()).Shown.ShouldStartWith("Which path would you like to take?");
        await ada.PressAsync(ada.Last.Buttons[0]);
        (await ada.NextAsync()).Shown.ShouldStartWith("Your path is Release Engineer.");
        (await ada.NextAsync()).Buttons.ShouldBe(["09:00 on weekdays", "12:30 on weekdays", "17:00 on weekdays", "No reminders"]);
        await ada.PressAsync("09:00 on weekdays");
        (await ada.NextAsync()).Shown.ShouldContain("09:00 on weekdays");
        (await ada.NextAsync()).Shown.ShouldContain(SmallContent.Choice);
        coach.Slack.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_time_zone_comes_from_the_profile()
    {
        var ada = coach.NewPerson();
        coach.Slack.Zones[ada.Id] = "Asia/Kathmandu";

        await ada.SayAsync("hi");
        await ada.NextAsync();
        await ada.NextAsync();
        await coach.Application.UntilAsync(db => Task.FromResult(db.Conversations.Any(known => known.Address == $"{FakeSlack.Team}/{ada.Id}" && known.Schedule.TimeZone == "Asia/Kathmandu")));
        await ada.AskAsync("1");
        (await ada.NextAsync()).Shown.ShouldContain("Your time zone is Asia/Kathmandu.");
    }

    [Fact]
    public async Task An_answer_is_graded_in_blocks_with_the_learners_own_words()
    {
        var ada = await AtAsync(SmallContent.Explain);

        var grade = await ada.AskAsync(Right);
        grade.Shown.ShouldBe(
            "🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩  *Passed*  100% ✓  You say where it goes back to. > previous version ✓  You say what people notice. > customers see Next Show a model answer Again Too easy");
        grade.Text.ShouldBe("Passed: 100%\nSaid well: You say where it goes back to. “previous version”\nSaid well: You say what people notice. “customers see”");
    }

    [Fact]
    public async Task A_partial_answer_offers_a_form_a_hint_and_the_rest()
    {
        var ada = await AtAsync(SmallContent.Explain);

        var grade = await ada.AskAsync("It takes us back to the version before, that is all.");
        grade.Shown.ShouldStartWith("🟨🟨🟨🟨🟨🟨🟨⬜⬜⬜  *Getting there*  67%");
        grade.Buttons.ShouldBe(["Write your answer", "Hint", "Skip", "Show a model answer", "Next", "I was right"]);
        (await ada.PressAndReadAsync("Hint")).Shown.ShouldStartWith("Hint:");
        (await ada.PressAndReadAsync("Show a model answer")).Shown.ShouldStartWith("A model answer");
    }

    [Fact]
    public async Task A_long_answer_is_written_in_a_form()
    {
        var ada = await AtAsync(SmallContent.Explain);

        var done = await ada.FillInAsync("Write your answer", Right);
        done.GetProperty("response_action").GetString().ShouldBe("clear");
        (await ada.NextAsync()).Shown.ShouldContain("*Passed*  100%");
    }

    [Fact]
    public async Task A_form_without_words_says_so_and_stays_open()
    {
        var ada = await AtAsync(SmallContent.Explain);

        var refused = await ada.FillInAsync("Write your answer", "   ");
        refused.GetProperty("response_action").GetString().ShouldBe("errors");
        refused.GetProperty("errors").GetProperty("answer").GetString().ShouldBe("Write a few words first.");
    }

    [Fact]
    public async Task A_form_shows_what_is_asked()
    {
        var ada = await AtAsync(SmallContent.Explain);

        await ada.PressAsync("Write your answer");
        var form = await coach.Slack.NextFormAsync();
        SlackPost.Shows(form.GetProperty("blocks")).ShouldContain(SmallContent.Explain);
    }

    [Fact]
    public async Task A_choice_is_answered_by_its_buttons()
    {
        var ada = coach.NewPerson();
        await ada.JoinAsync();

        ada.Last.Buttons.ShouldContain("2");
        (await ada.PressAndReadAsync("2")).Shown.ShouldContain("*Passed*  100%");
    }

    [Fact]
    public async Task A_button_of_an_exercise_that_is_done_changes_nothing()
    {
        var ada = coach.NewPerson();
        var question = await ada.JoinAsync();
        await ada.PressAndReadAsync("2");

        await ada.PressAsync("1", question);
        (await ada.NextAsync()).Shown.ShouldStartWith("You are done with that one.");
    }

    [Fact]
    public async Task An_answer_that_is_edited_is_graded_again_while_the_exercise_is_open()
    {
        var ada = await AtAsync(SmallContent.Explain);
        (await ada.AskAsync("It takes us back to the version before, that is all.")).Shown.ShouldContain("67%");

        await ada.EditAsync("It takes us back to the version before, that is all.", Right);
        (await ada.NextAsync()).Shown.ShouldContain("*Passed*  100%");
        await ada.EditAsync(Right, "Something else.");
        (await ada.AskAsync("progress")).Shown.ShouldStartWith("Release Engineer");
    }

    [Fact]
    public async Task An_edit_of_something_else_is_no_answer()
    {
        var ada = await AtAsync(SmallContent.Explain);
        await ada.AskAsync("help");

        await ada.EditAsync("help", Right);
        (await ada.AskAsync("hint")).Shown.ShouldStartWith("Hint:");
    }

    [Fact]
    public async Task A_reaction_gets_a_kind_line()
    {
        var ada = await AtAsync(SmallContent.Explain);

        await ada.DeliverAsync(new JsonObject
        {
            ["type"] = "reaction_added",
            ["user"] = ada.Id,
            ["reaction"] = "heart",
            ["item_user"] = FakeSlack.BotUser,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = ada.Direct, ["ts"] = ada.Last.Ts },
            ["event_ts"] = coach.Slack.NewTs(),
        });
        (await ada.NextAsync()).Shown.ShouldStartWith("Thank you for the reaction. The exercise is still open");
    }

    [Fact]
    public async Task A_file_gets_a_kind_line()
    {
        var ada = await AtAsync(SmallContent.Explain);

        var message = ada.Message("");
        message["ts"] = coach.Slack.NewTs();
        message["subtype"] = "file_share";
        message["files"] = new JsonArray(new JsonObject { ["id"] = "F1", ["mimetype"] = "image/png" });
        await ada.DeliverAsync(message);
        (await ada.NextAsync()).Shown.ShouldStartWith("I can only read text");
    }

    [Fact]
    public async Task Opening_the_conversation_greets_once()
    {
        var ada = coach.NewPerson();
        var opened = new JsonObject { ["type"] = "app_home_opened", ["user"] = ada.Id, ["channel"] = ada.Direct, ["tab"] = "messages", ["event_ts"] = "1.0" };

        await ada.DeliverAsync((JsonObject)opened.DeepClone());
        (await ada.NextAsync()).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
        await ada.NextAsync();
        await ada.DeliverAsync(opened);
        (await ada.AskAsync("help")).Shown.ShouldStartWith("What you can say");
    }

    [Fact]
    public async Task What_a_learner_writes_notifies_nobody()
    {
        var ada = await AtAsync(SmallContent.Explain);

        (await ada.AskAsync("switch &lt;!channel&gt;")).Shown.ShouldContain("&lt;!channel&gt;");
        ada.Last.Text.ShouldContain("&lt;!channel&gt;");
        coach.Slack.Faults.ShouldBeEmpty();
    }

    private async Task<SlackPerson> AtAsync(string exercise)
    {
        var ada = coach.NewPerson();
        await ada.JoinAsync();
        while (!ada.Last.Shown.Contains(exercise, StringComparison.Ordinal))
        {
            await ada.AskAsync("next");
        }

        return ada;
    }
}
