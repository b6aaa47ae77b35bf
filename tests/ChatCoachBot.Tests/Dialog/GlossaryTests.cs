using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `glossary` brings.</summary>
public sealed class GlossaryTests(SmallCoach coach)
{
    [Fact]
    public async Task Glossary_alone_shows_the_categories()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("glossary")).ShouldStartWith("Glossary 4 terms. Choose a category, or say “glossary” and a word to look for.");
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
    public async Task Words_are_looked_for_in_every_entry()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("glossary version")).ShouldBe("2 terms for “version” rollback hotfix");
        (await learner.PressAsync("hotfix")).ShouldStartWith("hotfix noun");
    }

    [Fact]
    public async Task What_is_not_there_is_said_not_to_be_there()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("glossary cooking")).ShouldStartWith("Glossary Nothing in the glossary is about “cooking”. These are its categories:");
        learner.Buttons.ShouldBe(["Shipping", "Taking back"]);
    }
}
