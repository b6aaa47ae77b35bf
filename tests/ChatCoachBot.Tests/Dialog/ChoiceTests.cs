using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>A choice exercise from end to end.</summary>
public sealed class ChoiceTests(SmallCoach coach)
{
    [Fact]
    public async Task The_options_are_numbered_and_have_buttons_with_their_numbers()
    {
        using var learner = await coach.NewLearnerAsync();

        learner.LastHtml.ShouldContain("<ol>");
        learner.LastReply.ShouldEndWith("Type the number, 1 to 3. 1 2 3 Hint Skip Show a model answer");
        learner.Buttons.ShouldBe(["1", "2", "3", "Hint", "Skip", "Show a model answer"]);
    }

    [Fact]
    public async Task The_right_one_passes_and_says_why()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.PressAsync("2")).ShouldBe("Passed 100% ✓ The verb is two words. 2 Next Show a model answer Again Too easy");
    }

    [Fact]
    public async Task A_wrong_one_says_why_not_and_may_be_tried_again()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.PressAsync("1")).ShouldStartWith("Not yet 0% ✗ A rollback is a noun and no verb. Type a better answer whenever you like, or choose:");
        learner.Buttons.ShouldBe(["1", "2", "3", "Hint", "Skip", "Show a model answer", "Next", "I was right"]);
        (await learner.PressAsync("2")).ShouldStartWith("Passed");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2.")]
    [InlineData("b")]
    [InlineData("We are rolling back the release.")]
    public async Task An_option_is_chosen_by_number_letter_or_text(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith("Passed 100%");
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("none of these")]
    public async Task What_is_no_option_is_asked_for_again_and_counts_nothing(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith("Choose one: type its number, 1 to 3.");
        (await learner.AskAsync("progress")).ShouldContain("Nothing practised yet");
    }

    [Fact]
    public async Task A_number_pressed_after_the_exercise_is_over_gets_help()
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync("1")).ShouldStartWith("I’m not sure what you mean, and no exercise is open.");
    }
}
