using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Daily;

/// <summary>What the coach says of itself. The clock starts on Monday 23 November 2026, 08:45 in UTC.</summary>
public abstract class DailyPromptTests : IAsyncDisposable
{
    private static readonly DateTimeOffset MondayAtNine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly CoachApplication _coach;

    private DailyPromptTests(Store store) => _coach = new CoachApplication { Store = store, ContentFolder = Repository.SmallContentFolder };

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _coach.DisposeAsync();
    }

    [Fact]
    public async Task The_prompt_reaches_the_open_page_at_the_learners_time()
    {
        using var learner = await JoinAsync();
        await TickAtAsync(MondayAtNine.AddSeconds(-1));
        (await learner.AskAsync("paths")).ShouldStartWith("You are on", customMessage: "it is a second too early");

        await TickAtAsync(MondayAtNine);

        (await learner.ReplyAsync()).ShouldStartWith("Your exercise for today Choose · Releases Which status note would a colleague write?");
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task While_the_page_is_closed_the_prompt_waits_in_the_conversation()
    {
        using var learner = await JoinAsync();
        learner.ClosePage();

        await TickAtAsync(MondayAtNine);

        (await learner.HistoryAsync())[^1].ShouldStartWith("Your exercise for today Choose · Releases");
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task A_term_comes_one_day_and_an_exercise_the_other()
    {
        using var learner = await JoinAsync();
        await TickAtAsync(MondayAtNine);
        await learner.ReplyAsync();
        await learner.AskAsync("2");

        await TickAtAsync(MondayAtNine.AddDays(1));
        (await learner.ReplyAsync()).ShouldStartWith("Your term for today Term · Rollbacks rollback noun");
        (await learner.AskAsync("After the bad deploy on Friday we started a rollback of the payment service.")).ShouldStartWith("Passed");

        await TickAtAsync(MondayAtNine.AddDays(2));
        (await learner.ReplyAsync()).ShouldStartWith("Your exercise for today Define · Rollbacks What is a rollback?");
    }

    [Fact]
    public async Task Who_has_passed_todays_exercise_before_the_hour_gets_the_next_item()
    {
        using var learner = await JoinAsync();
        await learner.AskAsync("2");

        await TickAtAsync(MondayAtNine);

        (await learner.ReplyAsync()).ShouldStartWith("Your term for today");
    }

    [Fact]
    public async Task It_comes_once_a_date_however_often_the_job_runs()
    {
        using var learner = await JoinAsync();

        await TickAtAsync(MondayAtNine);
        await Task.WhenAll(_coach.TickAsync(), _coach.TickAsync());
        await TickAtAsync(MondayAtNine.AddMinutes(1));

        (await learner.ReplyAsync()).ShouldStartWith("Your exercise for today");
        (await learner.AskAsync("paths")).ShouldStartWith("You are on");
    }

    [Fact]
    public async Task A_time_set_again_on_the_same_date_brings_no_second_prompt()
    {
        using var learner = await JoinAsync();
        await TickAtAsync(MondayAtNine);
        await learner.ReplyAsync();

        (await learner.AskAsync("remind 10:00 every day")).ShouldStartWith("I’ll write to you at 10:00 every day (UTC). You have had today’s prompt; the next one comes tomorrow at 10:00.");
        await TickAtAsync(MondayAtNine.AddHours(1));

        (await learner.AskAsync("paths")).ShouldStartWith("You are on");
    }

    [Fact]
    public async Task Weekends_are_left_out()
    {
        using var learner = await JoinAsync();
        var prompts = new List<int>();
        for (var day = 0; day <= 7; day++)
        {
            prompts.Add(await PromptsAtAsync(learner, MondayAtNine.AddDays(day)));
        }

        prompts.ShouldBe([1, 1, 1, 1, 1, 0, 0, 1], "Monday to Friday, and Monday again");
    }

    [Fact]
    public async Task Each_learner_is_written_to_at_their_own_hour()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync("America/New_York");
        await TickAtAsync(MondayAtNine);
        (await here.ReplyAsync()).ShouldStartWith("Your exercise for today");
        (await there.AskAsync("paths")).ShouldStartWith("You are on", customMessage: "it is four in the morning there");

        await TickAtAsync(MondayAtNine.AddHours(5));

        (await there.ReplyAsync()).ShouldStartWith("Your exercise for today");
    }

    [Theory]
    [InlineData("pause until 2026-11-25", 2)]
    [InlineData("pause 1 day", 3)]
    [InlineData("pause", 0)]
    [InlineData("stop", 0)]
    [InlineData("no reminders", 0)]
    [InlineData("remind 09:00 tue, thu", 2)]
    public async Task Who_paused_or_stopped_is_left_alone(string said, int promptsUntilThursdayMorning)
    {
        using var learner = await JoinAsync();
        await learner.AskAsync(said);
        var prompts = 0;
        for (var hours = 0; hours <= 72; hours += 6)
        {
            prompts += await PromptsAtAsync(learner, MondayAtNine.AddHours(hours));
        }

        prompts.ShouldBe(promptsUntilThursdayMorning);
    }

    [Fact]
    public async Task Who_resumes_gets_the_next_prompt()
    {
        using var learner = await JoinAsync();
        await learner.AskAsync("pause");
        await TickAtAsync(MondayAtNine);
        await learner.AskAsync("resume");
        learner.LastReply.ShouldContain("next one comes tomorrow at 09:00");

        await TickAtAsync(MondayAtNine.AddDays(1));

        (await learner.ReplyAsync()).ShouldStartWith("Your ");
    }

    [Fact]
    public async Task Who_is_busy_with_another_exercise_only_gets_a_note()
    {
        using var learner = await JoinAsync();
        await learner.AskAsync("next");

        await TickAtAsync(MondayAtNine);

        (await learner.ReplyAsync()).ShouldBe("Today’s exercise is ready. Finish this one first, or start it now. Today’s exercise");
        (await learner.AskAsync("A rollback is what we did after the bad deploy on Friday night.")).ShouldStartWith("Passed", customMessage: "the exercise in hand is still the one that is graded");
        (await learner.AskAsync("today")).ShouldStartWith("Today’s exercise Choose");
    }

    [Fact]
    public async Task Who_left_an_exercise_half_an_hour_ago_is_asked_the_days_own()
    {
        using var learner = await JoinAsync(reminder: "remind 09:30");
        await learner.AskAsync("next");

        await TickAtAsync(MondayAtNine.AddMinutes(30));

        (await learner.ReplyAsync()).ShouldStartWith("Your exercise for today Choose");
    }

    [Fact]
    public async Task A_quiz_left_open_gives_way_to_the_prompt()
    {
        using var learner = await JoinAsync(reminder: "remind 10:00");
        await learner.AskAsync("quiz 3");

        await TickAtAsync(MondayAtNine.AddHours(1));

        (await learner.ReplyAsync()).ShouldStartWith("Your exercise for today");
        (await learner.AskAsync("next")).ShouldStartWith("Here is another one");
    }

    [Fact]
    public async Task A_host_that_was_down_for_three_hours_delivers_late()
    {
        using var learner = await JoinAsync();
        await using var again = await _coach.StartAgainAsync(later: TimeSpan.FromHours(3.25));
        learner.MoveTo(again.Address);

        await again.TickAsync();

        (await learner.ReplyAsync()).ShouldStartWith("Your exercise for today");
    }

    [Fact]
    public async Task A_host_that_was_down_for_five_hours_leaves_the_prompt_out_and_goes_on_tomorrow()
    {
        using var learner = await JoinAsync();
        await using var again = await _coach.StartAgainAsync(later: TimeSpan.FromHours(5.25));
        learner.MoveTo(again.Address);
        await again.TickAsync();
        (await learner.AskAsync("progress")).ShouldContain("Next prompt tomorrow at 09:00", customMessage: "and no prompt came before this reply");

        again.Clock.SetUtcNow(MondayAtNine.AddDays(1));
        await again.TickAsync();

        (await learner.ReplyAsync()).ShouldStartWith("Your exercise for today");
    }

    [Fact]
    public async Task The_trigger_delivers_in_the_minute_that_a_learner_named()
    {
        using var learner = await JoinAsync(reminder: "remind 08:46");

        // Nobody runs the job here: its own trigger does, as the clock goes on to that minute's last second.
        var prompt = learner.ReplyAsync();
        foreach (var second in (int[])[0, 15, 30, 45, 59])
        {
            _coach.Clock.SetUtcNow(MondayAtNine.AddMinutes(-14).AddSeconds(second));
            // The trigger may need a moment to be set up behind a host that has just started.
            await Task.WhenAny(prompt, Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        }

        (await prompt).ShouldStartWith("Your exercise for today");
        (await learner.AskAsync("remind 08:48")).ShouldContain("next one comes tomorrow at 08:48");
    }

    /// <summary>How many prompts come at a moment: those before the reply to what is asked after it.</summary>
    private async Task<int> PromptsAtAsync(WebVisitor learner, DateTimeOffset now)
    {
        await TickAtAsync(now);
        await learner.SayAsync("paths");
        var prompts = 0;
        while (!(await learner.ReplyAsync()).StartsWith("You are on", StringComparison.Ordinal))
        {
            IsPrompt(learner.LastReply).ShouldBeTrue(learner.LastReply);
            prompts++;
        }

        return prompts;
    }

    private static bool IsPrompt(string text) => text.StartsWith("Your exercise for today", StringComparison.Ordinal) || text.StartsWith("Your term for today", StringComparison.Ordinal);

    [Fact]
    public async Task A_new_week_begins_with_how_the_last_one_went_once_and_not_after_no_digest()
    {
        using var learner = await JoinAsync();
        await TickAtAsync(MondayAtNine);
        await learner.ReplyAsync();
        await learner.AskAsync("2");

        await PromptsAsync(1, 2, 3, 4);
        await TickAtAsync(MondayAtNine.AddDays(7));
        (await learner.ReplyAsync()).ShouldStartWith("Your last week Practised on 1 day Answers 1, 1 of them passed Days in a row none yet");
        (await learner.ReplyAsync()).ShouldStartWith("Your term for today");
        (await learner.AskAsync("After the bad deploy on Friday we started a rollback of the payment service.")).ShouldStartWith("Passed");
        await PromptsAsync(8);
        await learner.AskAsync("no digest");
        await PromptsAsync(9, 10, 11, 14);

        // One prompt each, and nothing before it.
        async Task PromptsAsync(params int[] days)
        {
            foreach (var day in days)
            {
                await TickAtAsync(MondayAtNine.AddDays(day));
                (await learner.ReplyAsync()).ShouldMatch("^Your (term|exercise) for today");
            }
        }
    }

    private async Task<WebVisitor> JoinAsync(string timeZone = "UTC", string reminder = "remind 09:00 weekdays")
    {
        var learner = _coach.NewVisitor();
        await learner.JoinAsync(timeZone, reminder);
        return learner;
    }

    private async Task TickAtAsync(DateTimeOffset now)
    {
        _coach.Clock.SetUtcNow(now);
        await _coach.TickAsync();
    }

    public sealed class OnSqlite() : DailyPromptTests(Store.Sqlite);

    public sealed class OnPostgreSql() : DailyPromptTests(Store.PostgreSql);
}
