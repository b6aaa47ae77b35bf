using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `stop` brings, and coming back.</summary>
public sealed class StopTests(SmallCoach coach)
{
    [Fact]
    public async Task Stop_ends_the_prompts_and_start_brings_them_back()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("stop")).ShouldBe("I won’t write to you any more. Your progress is kept; say “start” when you want to go on. Start");
        (await learner.AskAsync("progress")).ShouldNotContain("Next prompt");
        (await learner.AskAsync("start")).ShouldStartWith("You are all set. I’ll write to you at 09:00 on weekdays (UTC). The next one comes today at 09:00.");
    }

    [Fact]
    public async Task A_time_set_while_stopped_starts_again()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("stop");

        (await learner.AskAsync("remind 10:00")).ShouldStartWith("I’ll write to you at 10:00 on weekdays (UTC). The next one comes today at 10:00.");
    }

    [Fact]
    public async Task Practice_goes_on_without_prompts()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("stop");

        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
        (await learner.AskAsync("next")).ShouldStartWith("Here is another one");
    }
}
