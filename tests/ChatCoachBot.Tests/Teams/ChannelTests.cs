using System.Text.Json;
using System.Text.Json.Nodes;
using ChatCoachBot.Daily;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Teams;

/// <summary>Practice in a channel, and in a group chat.</summary>
public sealed class ChannelTests : IAsyncLifetime
{
    private const string Channel = "19:abc_def@thread.tacv2";
    private const string OpenOurChat = "That is between you and me. Open a chat with me, then say it here once more, and I answer there.";
    private const string Group = "19:xyz@thread.v2";

    private readonly TeamsCoach _coach = new();

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _coach.Teams.Faults.ShouldBeEmpty();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_calls_the_bot_switches_it_on_and_everybody_hears_of_it()
    {
        var ada = _coach.NewPerson();

        await ada.SayInAsync($"{Channel};messageid=1700000000000", "channel on 09:30 release-engineer");

        (await _coach.Teams.NextAsync(Channel)).Shown.ShouldStartWith("Hello, I’m ChatCoach. At 09:30 on weekdays (Europe/Warsaw) I’ll post an exercise from Release Engineer here.");
        (await ada.NextAsync()).Shown.ShouldStartWith("An exercise from Release Engineer comes to the channel at 09:30 on weekdays (Europe/Warsaw).");
        ada.Last.Shown.ShouldEndWith("Say “@ChatCoach channel off” there to end it.");
        await ada.SayInAsync(Channel, "channel off");
        (await ada.NextAsync()).Shown.ShouldBe("All right, no more exercises in this channel. Say “@ChatCoach channel on” to begin again.");
        (await ada.AskAsync("channel on")).Shown.ShouldBe("Say that in the channel you want to practise in, for example “@ChatCoach channel on 09:30 weekdays”.");
        _coach.Teams.Paths.ShouldContain(path => path.EndsWith("/v3/conversations/19%3Aabc_def%40thread.tacv2/activities", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_path_it_is_the_speakers_own_and_then_the_channels_and_what_is_not_said_stays()
    {
        var (ada, bob) = (_coach.NewPerson(), _coach.NewPerson());
        await bob.SayInAsync(Channel, "channel on 11:23 mon, wed");
        (await bob.NextAsync()).Shown.ShouldStartWith("Tell me when, and which path: “@ChatCoach channel on 11:23 mon, wed release-engineer”.");

        await ada.JoinAsync();
        await ada.SayInAsync(Channel, "channel on 11:23 mon, wed");
        (await ada.NextAsync()).Shown.ShouldStartWith("An exercise from Release Engineer comes to the channel at 11:23 on Mondays, Wednesdays (Europe/Warsaw).");
        await bob.SayInAsync(Channel, "channel on support-engineer");
        (await bob.NextAsync()).Shown.ShouldStartWith("An exercise from Support Engineer comes to the channel at 11:23 on Mondays, Wednesdays (Europe/Warsaw).");
        await bob.SayInAsync(Channel, "channel on 12:45");
        (await bob.NextAsync()).Shown.ShouldStartWith("An exercise from Support Engineer comes to the channel at 12:45 on Mondays, Wednesdays (Europe/Warsaw).");
    }

    [Fact]
    public async Task A_reply_in_the_thread_is_graded_in_the_persons_own_chat_and_only_a_mark_stands_in_the_channel()
    {
        var (ada, prompt) = await OpenRoundAsync(Channel);
        prompt.Shown.ShouldStartWith("Today’s exercise for everybody here");
        var thread = $"{Channel};messageid={prompt.Id}";

        await ada.SayInAsync(thread, "2", mentions: true);

        (await ada.NextAsync()).Shown.ShouldStartWith("Your answer in the channel Which status note would a colleague write?");
        ada.Last.Shown.ShouldContain("Passed 100%");
        (await _coach.Teams.NextAsync(thread)).Shown.ShouldBe("✓ Ada passed.");
        _coach.Teams.IsSilent(Channel).ShouldBeTrue();
    }

    [Fact]
    public async Task A_reply_without_a_mention_counts_where_the_team_lets_the_bot_read_it_and_small_talk_is_not_kept()
    {
        var (ada, prompt) = await OpenRoundAsync(Channel);
        var before = await _coach.Application.ReadAsync(db => db.Inbox.CountAsync(Cancel));

        await ada.SayInAsync($"{Channel};messageid=42", "see you at lunch", mentions: false);
        await ada.SayInAsync(Channel, "2", mentions: false);
        (await _coach.Application.ReadAsync(db => db.Inbox.CountAsync(Cancel))).ShouldBe(before);
        await ada.SayInAsync($"{Channel};messageid={prompt.Id}", "1", mentions: false);

        (await ada.NextAsync()).Shown.ShouldContain("Not yet 0%");
        _coach.Teams.IsSilent($"{Channel};messageid={prompt.Id}").ShouldBeTrue("what did not pass is nobody’s business");
    }

    [Fact]
    public async Task An_answer_in_the_cards_input_shows_its_grade_to_that_person_alone()
    {
        var (_, prompt) = await OpenRoundAsync(Channel, until: IsExplain);
        var bob = _coach.NewPerson();
        prompt.Shown.ShouldContain("Answer here or in a reply, until");
        prompt.Shown.ShouldContain("If you answer in a reply, mention me, so that I see it.");

        var answer = await bob.AnswerInCardAsync("It goes back to the previous version, so customers see the old page.", prompt, $"{Channel};messageid={prompt.Id}");

        answer.GetProperty("type").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        CardRules.Faults(answer.GetProperty("value")).ShouldBeEmpty();
        TeamsPost.Read(answer.GetProperty("value")).ShouldContain("Passed 100%");
        TeamsPost.Read(answer.GetProperty("value")).ShouldEndWith("Only you can see this. I keep it for you in our own chat.");
        (await bob.NextAsync()).Shown.ShouldStartWith("Your answer in the channel");
        await _coach.GoOnAsync(TimeSpan.Zero);
        _coach.Teams.IsSilent($"{Channel};messageid={prompt.Id}").ShouldBeTrue();
    }

    [Fact]
    public async Task Who_has_not_installed_the_app_is_told_where_to_find_the_bot_and_nobody_sees_the_grade()
    {
        var (_, _) = await OpenRoundAsync(Channel);
        var bob = _coach.NewPerson();
        _coach.Teams.WithoutApp[bob.Id] = true;

        await bob.SayInAsync($"{Channel};messageid=7", "progress");

        (await _coach.Teams.NextAsync($"{Channel};messageid=7")).Shown.ShouldBe(OpenOurChat);
    }

    [Fact]
    public async Task Who_passes_is_marked_once_by_name_and_not_at_all_where_the_card_shows_the_grade()
    {
        var (ada, prompt) = await OpenRoundAsync(Channel);
        var thread = $"{Channel};messageid={prompt.Id}";
        var (bob, eve) = (_coach.NewPerson(), _coach.NewPerson());

        await bob.PressAsync("2", prompt, thread);
        (await bob.NextAsync()).Shown.ShouldContain("Passed 100%");
        await eve.DeliverAsync(eve.Activity("message", new JsonObject { ["text"] = "2", ["from"] = new JsonObject { ["id"] = eve.Id } }, thread));
        (await eve.NextAsync()).Shown.ShouldContain("Passed 100%");
        await _coach.GoOnAsync(TimeSpan.Zero);
        _coach.Teams.IsSilent(thread).ShouldBeTrue("a mark that names nobody tells nothing");
        await ada.SayInAsync(thread, "2");
        (await _coach.Teams.NextAsync(thread)).Shown.ShouldBe("✓ Ada passed.");
        await ada.SayInAsync(thread, "2");
        await ada.NextAsync();
        await ada.NextAsync();
        await _coach.GoOnAsync(TimeSpan.Zero);

        _coach.Teams.IsSilent(thread).ShouldBeTrue("who passed already is marked already");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Who_answers_in_the_thread_without_a_chat_of_their_own_is_told_how_to_get_the_grade_and_gets_it(string answer)
    {
        var (_, prompt) = await OpenRoundAsync(Channel);
        var thread = $"{Channel};messageid={prompt.Id}";
        var bob = _coach.NewPerson();
        _coach.Teams.WithoutApp[bob.Id] = true;

        await bob.SayInAsync(thread, answer);

        (await _coach.Teams.NextAsync(thread)).Shown.ShouldBe(OpenOurChat);
        await _coach.GoOnAsync(TimeSpan.Zero);
        _coach.Teams.WithoutApp.TryRemove(bob.Id, out _);
        await bob.SayInAsync(thread, answer);
        (await bob.NextAsync()).Shown.ShouldStartWith("Your answer in the channel");
    }

    [Fact]
    public async Task Who_answers_by_a_button_without_a_chat_of_their_own_is_told_how_to_get_the_grade()
    {
        var (_, prompt) = await OpenRoundAsync(Channel);
        var thread = $"{Channel};messageid={prompt.Id}";
        var bob = _coach.NewPerson();
        _coach.Teams.WithoutApp[bob.Id] = true;

        await bob.PressAsync("1", prompt, thread);

        (await _coach.Teams.NextAsync(thread)).Shown.ShouldBe(OpenOurChat);
    }

    [Fact]
    public async Task In_a_group_chat_a_mention_answers_the_exercise_that_is_open_and_a_word_is_still_a_word()
    {
        var (ada, _) = await OpenRoundAsync(Group);

        await ada.SayInAsync(Group, "help");
        (await ada.NextAsync()).Shown.ShouldStartWith("What you can say");
        await ada.SayInAsync(Group, "2");

        (await ada.NextAsync()).Shown.ShouldContain("Passed 100%");
        (await _coach.Teams.NextAsync(Group)).Shown.ShouldBe("✓ Ada passed.");
    }

    [Fact]
    public async Task A_word_that_is_mistyped_in_a_channel_is_explained_and_never_graded()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();

        await ada.SayInAsync(Channel, "channel on 99:99");
        (await ada.NextAsync()).Shown.ShouldStartWith("Tell me when, and which path:");
        await ada.SayInAsync(Channel, "channel onn release-engineer");
        (await ada.NextAsync()).Shown.ShouldStartWith("Tell me when, and which path:");
        await ada.SayInAsync(Channel, "we had a rollback today");
        (await ada.NextAsync()).Shown.ShouldStartWith("I’m not sure what you mean. If it answers your own exercise, please write it in our own chat");

        (await _coach.Application.ReadAsync(db => db.Attempts.CountAsync(Cancel))).ShouldBe(0);
        (await ada.AskAsync("2")).Shown.ShouldStartWith("Passed 100%");
    }

    [Theory]
    [InlineData("Not now, but soon: it goes back to the previous version, so customers see the old page.")]
    [InlineData("Stop first. It goes back to the previous version, so customers see the old page.")]
    [InlineData("Channel on hold: it goes back to the previous version, and customers see the old page")]
    [InlineData("Next it goes back to the previous version and customers see")]
    public async Task In_the_thread_of_an_exercise_an_answer_may_begin_with_a_word_of_the_coachs(string answer)
    {
        var (ada, prompt) = await OpenRoundAsync(Channel, until: IsExplain);

        await ada.SayInAsync($"{Channel};messageid={prompt.Id}", answer);

        (await ada.NextAsync()).Shown.ShouldContain("Passed 100%");
    }

    [Theory]
    [InlineData("channel on 99:99", "Tell me when, and which path:")]
    [InlineData("Help!", "What you can say")]
    [InlineData("not now", "There is no exercise open right now.")]
    public async Task And_a_word_is_still_a_word_there(string said, string answer)
    {
        var (ada, prompt) = await OpenRoundAsync(Channel, until: IsExplain);

        await ada.SayInAsync($"{Channel};messageid={prompt.Id}", said);

        (await ada.NextAsync()).Shown.ShouldStartWith(answer);
        (await _coach.Application.ReadAsync(db => db.Attempts.CountAsync(Cancel))).ShouldBe(0);
    }

    private static bool IsExplain(TeamsPost post) => post.Shown.Contains(SmallContent.Explain, StringComparison.Ordinal);

    [Theory]
    [InlineData(";messageid=5")]
    [InlineData(";messageid=1700000000000")]
    [InlineData(";messageid=")]
    [InlineData("")]
    public async Task Every_form_of_a_threads_name_is_taken_and_answered(string thread)
    {
        var ada = _coach.NewPerson();
        _coach.Teams.WithoutApp[ada.Id] = true;

        await ada.SayInAsync(Channel + thread, "help");

        (await _coach.Teams.NextAsync(thread.EndsWith('=') ? Channel : Channel + thread)).Shown.ShouldBe(OpenOurChat);
    }

    [Theory]
    [InlineData("round", "\"00000000-0000-0000-0000-000000000001\"", Channel)]
    [InlineData("round", null, Channel)]
    [InlineData("exercise", "1000000", Channel)]
    [InlineData("exercise", "1", Channel)]
    [InlineData("round", "", "19:other@thread.tacv2")]
    public async Task A_card_that_names_what_is_not_this_channels_counts_for_nothing(string key, string? value, string channel)
    {
        var (_, prompt) = await OpenRoundAsync(Channel, until: IsExplain);
        var bob = _coach.NewPerson();
        var data = JsonNode.Parse(prompt.Action("Send").GetProperty("data").GetRawText())!;
        data["answer"] = "It goes back to the previous version, so customers see the old page.";
        if (value != "")
        {
            data["coach"]![key] = value is null ? null : JsonNode.Parse(value);
        }

        await bob.DeliverAsync(bob.Activity("message", new JsonObject { ["value"] = data }, $"{channel};messageid={prompt.Id}"));
        (await bob.NextAsync()).Shown.ShouldStartWith("I can’t find the exercise that you answered.");
        using var invoked = await _coach.PostAsync(bob.Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "answer", ["data"] = data.DeepClone() } },
        }, $"{channel};messageid={prompt.Id}").ToJsonString());

        TeamsPost.Read(JsonElement.Parse(await invoked.Content.ReadAsByteArrayAsync(Cancel)).GetProperty("value")).ShouldStartWith("I can’t find the exercise that you answered.");
        (await _coach.Application.ReadAsync(db => db.Attempts.CountAsync(Cancel))).ShouldBe(0);
        (await _coach.Application.ReadAsync(db => db.RoundAnswers.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task After_its_time_the_thread_gets_a_model_answer_and_how_it_went()
    {
        var (ada, prompt) = await OpenRoundAsync(Channel);
        var thread = $"{Channel};messageid={prompt.Id}";
        await ada.SayInAsync(thread, "2");
        await ada.NextAsync();
        await _coach.Teams.NextAsync(thread);
        await _coach.GoOnAsync(TimeSpan.FromHours(7));

        await using (var scope = _coach.Application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RoundTick>().RunAsync(Cancel);
        }

        (await _coach.Teams.NextAsync(thread)).Shown.ShouldStartWith("This exercise is closed 1 person answered. Thank you! A model answer");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Switches practice on, and lets days pass until a fitting exercise comes.</summary>
    private async Task<(TeamsPerson Ada, TeamsPost Prompt)> OpenRoundAsync(string conversation, Func<TeamsPost, bool>? until = null)
    {
        var ada = _coach.NewPerson();
        await ada.SayInAsync(conversation, "channel on 09:30 release-engineer");
        await _coach.Teams.NextAsync(conversation);
        await ada.NextAsync();
        while (true)
        {
            await _coach.GoOnAsync(TimeSpan.FromDays(1));
            await _coach.Application.TickAsync();
            if (_coach.Application.Clock.GetUtcNow().DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            var prompt = await _coach.Teams.NextAsync(conversation);
            await _coach.Application.UntilAsync(db => db.Rounds.AnyAsync(round => round.MessageId == prompt.Id, Cancel));
            if (until is null || until(prompt))
            {
                return (ada, prompt);
            }
        }
    }
}
