using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `remind` brings. It is a Monday, 08:45 in UTC.</summary>
public sealed class RemindTests(SmallCoach coach)
{
    private const string How = "Tell me a time between 00:00 and 23:59, and the days if you like: “remind 09:30 weekdays” or “remind 18:00 mon, wed, fri”.";

    [Theory]
    [InlineData("remind 09:30 weekdays", "at 09:30 on weekdays (UTC). The next one comes today at 09:30.")]
    [InlineData("remind me at 8 every day", "at 08:00 every day (UTC). The next one comes tomorrow at 08:00.")]
    [InlineData("remind 9:30pm", "at 21:30 on weekdays (UTC). The next one comes today at 21:30.")]
    [InlineData("remind 12am", "at 00:00 on weekdays (UTC). The next one comes tomorrow at 00:00.")]
    [InlineData("remind 18:00 mon, wed and fri", "at 18:00 on Mondays, Wednesdays, Fridays (UTC). The next one comes today at 18:00.")]
    [InlineData("remind 7:15 tuesdays", "at 07:15 on Tuesdays (UTC). The next one comes tomorrow at 07:15.")]
    [InlineData("remind 10:00 weekends", "at 10:00 at weekends (UTC). The next one comes on Saturday 28 November at 10:00.")]
    public async Task A_time_and_days_are_repeated_with_the_next_date(string said, string reply)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe($"I’ll write to you {reply} Your time zone is UTC. If that is wrong, say “timezone Europe/Warsaw”, for example.");
    }

    [Theory]
    [InlineData("remind 25:00")]
    [InlineData("remind 09:75")]
    [InlineData("remind 13pm")]
    [InlineData("remind 9:30 someday")]
    [InlineData("remind monday")]
    [InlineData("remind me on Fridays")]
    public async Task A_time_or_day_that_is_none_gets_advice_also_while_an_exercise_is_open(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe(How);
    }

    [Theory]
    [InlineData("remind me when you feel like it")]
    [InlineData("remind ٠٩:٣٠")] // figures of another script
    public async Task Nonsense_gets_advice_when_nothing_is_open(string said)
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe(How);
    }

    [Fact]
    public async Task Remind_alone_says_what_is_set_and_how_to_change_it()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("remind")).ShouldBe($"I’ll write to you at 09:00 on weekdays (UTC). The next one comes today at 09:00. {How}");
    }

    [Fact]
    public async Task A_time_without_days_keeps_the_days()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("remind 18:00 mon, wed");

        (await learner.AskAsync("remind 19:00")).ShouldStartWith("I’ll write to you at 19:00 on Mondays, Wednesdays (UTC)");
    }

    [Fact]
    public async Task Remind_off_ends_the_reminders()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("remind off")).ShouldStartWith("All right, no reminders.");
        (await learner.AskAsync("progress")).ShouldNotContain("Next prompt");
    }
}
