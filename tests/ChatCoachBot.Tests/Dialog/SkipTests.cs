using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `skip` brings.</summary>
public sealed class SkipTests(SmallCoach coach)
{
    [Theory]
    [InlineData("skip")]
    [InlineData("not now")]
    public async Task A_skipped_exercise_is_followed_by_another(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe("Skipped. It will come back another day.");
        (await learner.ReplyAsync()).ShouldStartWith("Here is another one Term · Rollbacks");
    }

    [Fact]
    public async Task What_was_skipped_comes_back_after_all_that_is_new()
    {
        using var learner = await coach.NewLearnerAsync();
        for (var i = 1; i < SmallContent.Exercises; i++)
        {
            await learner.AskAsync("skip");
            (await learner.ReplyAsync()).ShouldNotContain(SmallContent.Choice);
        }

        await learner.AskAsync("skip");
        (await learner.ReplyAsync()).ShouldContain(SmallContent.Choice);
    }

    [Fact]
    public async Task With_nothing_open_there_is_nothing_to_skip()
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync("skip")).ShouldBe("There is no exercise open right now. Next Today’s exercise");
    }

    [Fact]
    public async Task What_was_tried_of_another_path_can_be_skipped_too()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("switch 2");
        await learner.ReplyAsync();
        (await learner.AskAsync("scenario release-engineer/explain-rollback")).ShouldContain(SmallContent.Explain);
        (await learner.AskAsync("It puts everything back to how it was.")).ShouldContain("%");

        (await learner.AskAsync("skip")).ShouldStartWith("Skipped.");
    }
}
