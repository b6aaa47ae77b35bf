using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `answer` brings.</summary>
public sealed class ModelAnswerTests(SmallCoach coach)
{
    private const string Model = "A rollback returns to the previous version, so customers see what they saw before.";

    [Theory]
    [InlineData("answer")]
    [InlineData("show answer")]
    [InlineData("model answer")]
    [InlineData("Show a model answer")]
    public async Task The_model_answer_is_shown_as_one_among_many(string said)
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync(said)).ShouldStartWith($"A model answer {Model} It is one good answer among many. Now say it in your own words, or go on.");
        learner.Buttons.ShouldBe(["Next", "Skip"]);
    }

    [Theory]
    [InlineData(Model)]
    [InlineData("a rollback returns to the previous version - so customers see what they saw before!")]
    public async Task Pasted_back_after_it_was_shown_it_is_gently_refused(string said)
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);
        await learner.AskAsync("answer");

        (await learner.AskAsync(said)).ShouldStartWith("That is the model answer, word for word. Close your eyes, and say it the way you would to a colleague.");
        (await learner.AskAsync("We go back to the previous version and customers see the old page again.")).ShouldStartWith("Passed");
    }

    [Fact]
    public async Task Asking_again_does_not_make_it_ones_own()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);
        await learner.AskAsync("answer");
        (await learner.AskAsync("again")).ShouldStartWith("Once more");

        (await learner.AskAsync(Model)).ShouldStartWith("That is the model answer, word for word.");
    }

    [Fact]
    public async Task The_same_words_found_alone_pass()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync(Model)).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task It_can_be_read_after_a_pass_too()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("2");

        (await learner.PressAsync("Show a model answer")).ShouldStartWith("A model answer We are rolling back the release.");
        learner.Buttons.ShouldBe(["Next", "Again"]);
    }

    [Fact]
    public async Task That_of_a_choice_is_followed_by_its_numbers()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("answer")).ShouldContain("Now choose the one that says this, or go on.");
        learner.Buttons.ShouldBe(["1", "2", "3", "Next", "Skip"]);
    }
}
