using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the words `pause` and `resume` bring. It is a Monday, 23 November 2026.</summary>
public sealed class PauseTests(SmallCoach coach)
{
    [Theory]
    [InlineData("pause until 2026-12-01", "Paused until Tuesday 1 December 2026.")]
    [InlineData("pause 2026-12-1", "Paused until Tuesday 1 December 2026.")]
    [InlineData("pause 2 weeks", "Paused until Monday 7 December 2026.")]
    [InlineData("pause for 1 day", "Paused until Tuesday 24 November 2026.")]
    public async Task A_pause_names_the_day_it_ends(string said, string reply)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe($"{reply} Say “resume” to come back earlier. Resume");
    }

    [Fact]
    public async Task The_next_prompt_comes_when_the_pause_ends()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("pause until 2026-12-05");

        (await learner.AskAsync("progress")).ShouldContain("Next prompt on Monday 7 December at 09:00");
    }

    [Theory]
    [InlineData("pause until 2026-11-23")]
    [InlineData("pause until 2020-01-01")]
    [InlineData("pause until 2026-02-30")]
    [InlineData("pause 0 days")]
    [InlineData("pause until tomorrow")]
    [InlineData("pause forever")]
    [InlineData("pause until 31.12.2026")]
    public async Task A_day_that_is_over_or_never_comes_gets_advice_also_while_an_exercise_is_open(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe("Give me a length or a day in the future: “pause 2 weeks”, or “pause until” and a date such as 2030-12-31. “pause” alone lasts until you say “resume”.");
    }

    [Fact]
    public async Task A_day_at_the_end_of_the_calendar_is_as_good_as_for_ever()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("pause until 9999-12-25")).ShouldStartWith("Paused until Saturday 25 December 9999.");
        (await learner.AskAsync("progress")).ShouldNotContain("Next prompt");
    }

    [Theory]
    [InlineData("pause until the cows come home")]
    [InlineData("pause ٢ weeks")] // figures of another script
    public async Task Nonsense_gets_advice_when_nothing_is_open(string said)
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith("Give me a length or a day in the future");
    }

    [Fact]
    public async Task Pause_alone_lasts_until_resume()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("pause")).ShouldBe("Paused. Say “resume” when you want to go on. Resume");
        (await learner.AskAsync("progress")).ShouldNotContain("Next prompt");
        (await learner.AskAsync("resume")).ShouldBe("Welcome back. I’ll write to you at 09:00 on weekdays (UTC). The next one comes today at 09:00. Today’s exercise");
    }

    [Fact]
    public async Task Resume_without_a_reminder_says_how_to_get_one()
    {
        using var visitor = coach.NewVisitor();
        await visitor.JoinAsync(reminder: "no reminders");

        (await visitor.AskAsync("resume")).ShouldStartWith("You have no reminder yet. Say “remind 09:30 weekdays” to get one.");
    }
}
