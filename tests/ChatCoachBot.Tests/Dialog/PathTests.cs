using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `path` brings.</summary>
public sealed class PathTests(SmallCoach coach)
{
    [Fact]
    public async Task Ones_own_path_is_shown_at_a_glance()
    {
        using var learner = await coach.NewLearnerAsync();

        var reply = await learner.AskAsync("path");

        reply.ShouldStartWith("Release Engineer B2 · 7 exercises · 4 terms You learn to announce a release, and to take it back. Topics Releases Saying what ships and when. (4 exercises)");
        reply.ShouldContain("Know these first rollback The return to the version before. “The rollback took four minutes.”");
        reply.ShouldContain("Shipping canary release · feature flag");
        reply.ShouldContain("Recommended reading Continuous Delivery, Jez Humble and David Farley");
        learner.Buttons.ShouldBe(["A release that went wrong", "Support Engineer"]);
    }

    [Fact]
    public async Task A_recommended_scenario_is_started_from_there()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("path");

        (await learner.PressAsync("A release that went wrong")).ShouldStartWith("A scenario Scenario · Releases");
    }

    [Theory]
    [InlineData("path 2")]
    [InlineData("path support-engineer")]
    [InlineData("path Support Engineer")]
    public async Task Another_path_can_be_looked_at_without_leaving_ones_own(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith("Support Engineer B1 · 1 exercise · 1 term You learn to answer a ticket.");
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%", customMessage: "the exercise is still open");
    }

    [Fact]
    public async Task A_text_that_only_begins_with_the_word_is_an_answer()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("Path and version return to the previous version, so customers see the old page.")).ShouldStartWith("Passed");
    }

    [Fact]
    public async Task An_unknown_path_is_said_to_be_unknown()
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync("path astronaut")).ShouldStartWith("I don’t know a path called “astronaut”. Choose one of these:");
    }
}
