using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the words `progress` and `digest` bring.</summary>
public sealed class ProgressTests(SmallCoach coach)
{
    [Fact]
    public async Task A_new_learner_has_everything_before_them()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("progress")).ShouldBe(
            $"Release Engineer Nothing practised yet: {SmallContent.Exercises} items are waiting for you. "
            + "Days in a row none yet: today is a good day to begin Days off in reserve none yet: each week you practise earns one "
            + "Remembered not known yet: a few more reviews will tell To review nothing yet "
            + $"Passed 0 of {SmallContent.Exercises} Terms used well 0 of 4 "
            + "Next prompt today at 09:00 Passed and still fresh, by topic Releases 0 of 6 Rollbacks 0 of 5 Next Quiz");
    }

    [Fact]
    public async Task Answers_count_by_topic_with_the_best_score_of_each_and_the_week_they_were_given_in()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("1");
        await learner.AskAsync("2");
        await learner.AskAsync("next");
        (await learner.AskAsync("rollback")).ShouldStartWith("Getting there 50%");

        var progress = await learner.AskAsync("progress");

        progress.ShouldStartWith(
            $"Release Engineer 2 of {SmallContent.Exercises} exercises and terms practised Days in a row 1 day Days off in reserve one: a day you miss will not end your streak "
            + $"Remembered not known yet: a few more reviews will tell To review 2 things today Passed 1 of {SmallContent.Exercises} Terms used well 0 of 4 Average of your best scores 75% "
            + "Next prompt today at 09:00 Passed and still fresh, by topic Releases 1 of 6 Rollbacks 0 of 5 Your last eight weeks");
        progress.ShouldContain("16 Nov: 0 answers; 23 Nov: 3 answers.", customMessage: "the words of the chart, for who cannot see it");
    }

    [Fact]
    public async Task What_is_missed_at_the_first_try_again_and_again_is_named()
    {
        using var learner = await coach.NewLearnerAsync();
        var asked = await learner.AskAsync("quiz 11");
        while (asked.StartsWith("Question", StringComparison.Ordinal))
        {
            await learner.AskAsync(asked.Contains("Choose", StringComparison.Ordinal) ? "2" : "I really cannot say.");
            asked = await learner.AskAsync("next");
        }

        (await learner.AskAsync("progress")).ShouldContain("Often missing from your answers:");
    }

    [Fact]
    public async Task The_page_shows_the_same_and_a_stranger_is_asked_to_begin()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("2");

        WebVisitor.TextOf(await learner.Http.GetStringAsync("/progress", TestContext.Current.CancellationToken)).ShouldContain("Your last eight weeks");
        using var stranger = coach.NewVisitor();
        WebVisitor.TextOf(await stranger.Http.GetStringAsync("/progress", TestContext.Current.CancellationToken)).ShouldContain("There is nothing to show yet.");
    }

    [Fact]
    public async Task The_digest_can_be_asked_for_and_switched_off_and_on()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("digest")).ShouldContain("There is nothing to sum up from last week.");
        (await learner.AskAsync("no digest")).ShouldStartWith("All right, no weekly digest.");
        (await learner.AskAsync("digest on")).ShouldStartWith("All right: each week");
    }
}
