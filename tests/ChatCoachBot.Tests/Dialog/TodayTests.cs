using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `today` brings.</summary>
public sealed class TodayTests(SmallCoach coach)
{
    [Fact]
    public async Task Today_asks_the_same_exercise_until_it_is_passed()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("next");
        learner.LastReply.ShouldNotContain(SmallContent.Choice);

        (await learner.AskAsync("today")).ShouldStartWith("Today’s exercise Choose · Releases Which status note would a colleague write?");
        (await learner.AskAsync("1")).ShouldStartWith("Not yet");
        (await learner.AskAsync("today")).ShouldContain(SmallContent.Choice);
    }

    [Fact]
    public async Task Once_passed_today_is_done_and_another_one_is_offered()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("2");

        (await learner.AskAsync("today")).ShouldStartWith("You’re done with today’s exercise. Would you like another one?");
        learner.Buttons.ShouldBe(["Next", "Quiz"]);
        (await learner.PressAsync("Next")).ShouldStartWith("Here is another one Term · Rollbacks");
    }

    [Fact]
    public async Task A_skipped_exercise_gives_way_to_another_one_today()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("skip");
        await learner.ReplyAsync();

        (await learner.AskAsync("today")).ShouldStartWith("Today’s exercise Term · Rollbacks rollback");
    }
}
