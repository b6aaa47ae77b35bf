using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `progress` brings.</summary>
public sealed class ProgressTests(SmallCoach coach)
{
    [Fact]
    public async Task A_new_learner_has_everything_before_them()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("progress")).ShouldBe(
            $"Release Engineer Nothing practised yet: {SmallContent.Exercises} items are waiting for you. Passed 0 of {SmallContent.Exercises} Terms used well 0 of 4 "
            + "Next prompt today at 09:00 Passed, by topic Releases 0 of 6 Rollbacks 0 of 5 Next Quiz");
    }

    [Fact]
    public async Task Answers_count_by_topic_with_the_best_score_of_each()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("1");
        await learner.AskAsync("2");
        await learner.AskAsync("next");
        (await learner.AskAsync("rollback")).ShouldStartWith("Getting there 50%");

        (await learner.AskAsync("progress")).ShouldBe(
            $"Release Engineer 2 of {SmallContent.Exercises} exercises and terms practised Passed 1 of {SmallContent.Exercises} Terms used well 0 of 4 Average of your best scores 75% "
            + "Next prompt today at 09:00 Passed, by topic Releases 1 of 6 Rollbacks 0 of 5 Next Quiz");
    }
}
