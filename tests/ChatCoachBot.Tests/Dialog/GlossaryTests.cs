using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `glossary` brings.</summary>
public sealed class GlossaryTests(SmallCoach coach)
{
    [Fact]
    public async Task Glossary_alone_shows_the_categories()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("glossary")).ShouldStartWith("Glossary 4 terms. Choose a category, or say “term” and a word.");
        learner.Buttons.ShouldBe(["Shipping", "Taking back"]);
        (await learner.PressAsync("Taking back")).ShouldBe("Taking back rollback hotfix");
        (await learner.PressAsync("hotfix")).ShouldStartWith("hotfix noun");
    }

    [Theory]
    [InlineData("glossary Shipping")]
    [InlineData("glossary shipping")]
    [InlineData("glossary ship")]
    [InlineData("glossary shiping")]
    public async Task A_category_is_found_by_its_name_its_start_or_nearly_its_name(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe("Shipping canary release feature flag");
    }

    [Fact]
    public async Task An_unknown_category_is_said_to_be_unknown()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("glossary cooking")).ShouldStartWith("Glossary The glossary has no category “cooking”. Choose one of these:");
        learner.Buttons.ShouldBe(["Shipping", "Taking back"]);
    }
}
