using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `scenario` brings.</summary>
public sealed class ScenarioTests(SmallCoach coach)
{
    [Fact]
    public async Task A_scenario_is_asked_and_graded()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("scenario")).ShouldStartWith("A scenario Scenario · Releases · for: customers The release of this morning made the checkout slow.");
        learner.LastReply.ShouldContain("Answer in two to six sentences.");
        (await learner.AskAsync("The checkout is slow. We roll back to the previous version now.")).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task A_path_without_a_scenario_says_so()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("switch 2");
        await learner.ReplyAsync();

        (await learner.AskAsync("scenario")).ShouldStartWith("Your path has no scenario yet. Would you like another exercise?");
        (await learner.PressAsync("Next")).ShouldStartWith("Here is another one");
    }
}
