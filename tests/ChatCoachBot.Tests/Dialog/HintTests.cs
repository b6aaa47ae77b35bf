using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `hint` brings.</summary>
public sealed class HintTests(SmallCoach coach)
{
    [Fact]
    public async Task Each_hint_comes_once_and_then_the_model_answer_is_offered()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.PressAsync("Hint")).ShouldStartWith("Hint: Which version runs afterwards?");
        (await learner.PressAsync("Hint")).ShouldStartWith("Hint: Who notices it?");
        (await learner.PressAsync("Hint")).ShouldStartWith("You have had every hint I have for this one. Try your own words, or look at the model answer.");
        (await learner.PressAsync("Show a model answer")).ShouldStartWith("A model answer A rollback returns to the previous version");
    }

    [Fact]
    public async Task What_the_answer_already_says_needs_no_hint()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);
        (await learner.AskAsync("It takes us back to the version before, that is all.")).ShouldStartWith("Getting there");

        (await learner.AskAsync("hint")).ShouldStartWith("Hint: Who notices it?");
    }

    [Fact]
    public async Task A_gap_has_the_hint_of_its_author_or_its_first_letter()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Gap);

        (await learner.AskAsync("hint")).ShouldStartWith("Hint: You do it with your hand.");
        (await learner.AskAsync("hint")).ShouldStartWith("Hint: gap 2 starts with “b”.");
        (await learner.AskAsync("hint")).ShouldStartWith("You have had every hint");
    }

    [Fact]
    public async Task A_choice_rules_one_option_out_and_no_more()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("hint")).ShouldStartWith("Hint: it is not 1. A rollback is a noun and no verb.");
        (await learner.AskAsync("hint")).ShouldStartWith("You have had every hint");
    }

    [Fact]
    public async Task Without_an_open_exercise_there_is_nothing_to_hint_at()
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync("hint")).ShouldBe("There is no exercise open right now. Next Today’s exercise");
    }
}
