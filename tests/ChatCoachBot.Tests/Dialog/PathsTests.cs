using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the words `paths` and `switch` bring.</summary>
public sealed class PathsTests(SmallCoach coach)
{
    [Fact]
    public async Task Paths_shows_ones_own_and_all()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("paths")).ShouldStartWith(
            "You are on Release Engineer. These are all the paths: Release Engineer (B2) You learn to announce a release, and to take it back. Support Engineer (B1) You learn to answer a ticket.");
        (await learner.PressAsync("Support Engineer")).ShouldBe("Your path is Support Engineer. You learn to answer a ticket.");
        (await learner.ReplyAsync()).ShouldStartWith("Today’s exercise Fill the gap · Tickets");
    }

    [Theory]
    [InlineData("switch 2")]
    [InlineData("switch Support Engineer")]
    [InlineData("switch support-engineer")]
    [InlineData("switch suport enginer")]
    public async Task A_path_is_named_by_number_title_or_id_also_with_a_slip(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe("Your path is Support Engineer. You learn to answer a ticket.");
        (await learner.ReplyAsync()).ShouldContain("May I ___ the ticket?");
        (await learner.AskAsync("close")).ShouldStartWith("Passed 100%");
    }

    [Theory]
    [InlineData("switch astronaut", "I don’t know a path called “astronaut”. Choose one of these:")]
    [InlineData("switch 7", "I don’t know a path called “7”. Choose one of these:")]
    [InlineData("switch", "Which path would you like to take?")]
    public async Task A_path_that_is_none_is_asked_for_also_while_an_exercise_is_open(string said, string reply)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith(reply);
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%", customMessage: "the exercise is still open");
    }

    [Fact]
    public async Task Progress_is_kept_when_one_comes_back()
    {
        using var learner = await coach.NewIdleLearnerAsync();
        await learner.AskAsync("switch 2");
        await learner.ReplyAsync();
        await learner.AskAsync("switch 1");
        await learner.ReplyAsync();

        (await learner.AskAsync("progress")).ShouldContain($"1 of {SmallContent.Exercises} exercises and terms practised Days in a row 1 day");
    }
}
