using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `term` brings.</summary>
public sealed class TermTests(SmallCoach coach)
{
    [Theory]
    [InlineData("term rollback")]
    [InlineData("term Rollback.")]
    [InlineData("term reversion")]
    [InlineData("TERM ROLLBACK")]
    public async Task A_term_is_shown_by_its_name_or_synonym(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe(
            "rollback noun · /ˈrəʊlbæk/ The return to the version before. Example “The rollback took four minutes.” Goes with trigger a rollback Also reversion "
            + "Not the same as hotfix It mends the new version instead. hotfix Glossary");
        (await learner.PressAsync("hotfix")).ShouldStartWith("hotfix noun");
    }

    [Theory]
    [InlineData("term CNRY")]
    [InlineData("term cnry")]
    [InlineData("term canary-release")]
    public async Task A_term_is_shown_by_its_abbreviation_or_another_hyphenation(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith("canary release noun · /kəˈneəri rɪˈliːs/ A release that only a few users get at first.");
    }

    [Fact]
    public async Task A_slip_is_answered_with_what_may_be_meant()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("term rolback")).ShouldStartWith("“rolback” is not in the glossary. Did you mean “rollback”?");
        (await learner.PressAsync("rollback")).ShouldStartWith("rollback noun");
    }

    [Fact]
    public async Task An_unknown_term_is_said_to_be_unknown()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("term kubernetes")).ShouldBe("“kubernetes” is not in the glossary. Glossary");
    }

    [Fact]
    public async Task A_term_of_another_path_is_found_too()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("term ticket")).ShouldStartWith("ticket noun");
    }

    [Fact]
    public async Task Term_alone_asks_which()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("term")).ShouldStartWith("Which term?");
        learner.Buttons.ShouldBe(["rollback", "feature flag"]);
        (await learner.PressAsync("feature flag")).ShouldStartWith("feature flag noun");
    }

    [Fact]
    public async Task Looking_a_term_up_leaves_the_exercise_open()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("term rollback");

        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task A_term_is_practised_by_a_sentence_of_ones_own()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.RollbackTerm);

        (await learner.AskAsync("The rollback took four minutes.")).ShouldContain("That is from the card. Now write a sentence about your own work.");
        (await learner.AskAsync("We did a rollback.")).ShouldContain("Say what it does or why it matters: eight words or more.");
        (await learner.AskAsync("After the bad deploy on Friday we started a rollback of the payment service.")).ShouldStartWith("Passed 100% ✓ You used “rollback”.");
    }
}
