using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What an answer brings: a grade that quotes it, and what to do next.</summary>
public sealed class AnswerTests(SmallCoach coach)
{
    [Fact]
    public async Task A_right_answer_is_passed_and_its_words_are_quoted()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("It returns to the previous version, and customers see the old page again.")).ShouldBe(
            "Passed 100% ✓ You say where it goes back to. previous version ✓ You say what people notice. customers see Next Show a model answer Again Too easy");
        learner.LastHtml.ShouldContain("<q dir=\"auto\">previous version</q>");
    }

    [Fact]
    public async Task A_partial_answer_is_told_what_is_missing()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("It takes us back to the version before, that is all.")).ShouldBe(
            "Getting there 67% ✓ You say where it goes back to. version before ✗ Say what people notice. "
            + "Type a better answer whenever you like, or choose: Hint Skip Show a model answer Next I was right");
    }

    [Fact]
    public async Task A_wrong_answer_is_told_what_to_start_with_unless_that_stands_first_anyway()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Scenario);

        (await learner.AskAsync("I have never heard of it before.")).ShouldStartWith(
            "Not yet 0% ✗ Say what customers notice. ✗ Say what you do about it. Start with this: Say what you do about it. Type a better answer");
    }

    [Fact]
    public async Task A_wrong_answer_may_be_tried_again()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("I have never heard of it before.")).ShouldStartWith("Not yet 0% ✗ Say which version it goes back to. ✗ Say what people notice. Type a better answer");
        (await learner.AskAsync("It returns to the previous version, and customers see the old page again.")).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task A_misconception_is_quoted_and_corrected()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("It returns to the previous version and it will delete all data.")).ShouldContain(
            "! A rollback changes the code and leaves the data alone. delete all data");
        learner.LastReply.ShouldStartWith("Not yet");
    }

    [Fact]
    public async Task A_slip_in_spelling_still_counts_and_the_right_spelling_is_shown()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("It returns to the previos version, and customers see the old page.")).ShouldStartWith("Passed 100%");
        learner.LastReply.ShouldContain("previos version");
        learner.LastReply.ShouldContain("“previos” is spelled “previous”.");
    }

    [Fact]
    public async Task Advice_on_the_language_does_not_lower_the_score()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("Stuff returns to the previous version, and customers see the old page.")).ShouldStartWith("Passed 100%");
        learner.LastReply.ShouldContain("Name the thing instead of saying stuff.");
    }

    [Theory]
    [InlineData("Help desk tickets come in because the checkout is slow.")]
    [InlineData("Stop the consumers first, because the checkout is slow.")]
    [InlineData("Switch traffic back, the page is slow.")]
    [InlineData("Switch to the previous version, it is slow.")]
    [InlineData("Next, we tell customers why it is slow.")]
    [InlineData("Today the checkout is slow.")]
    [InlineData("Pause the slow release until we know more.")]
    [InlineData("Start with the slow page.")]
    [InlineData("Answer the customers: it is slow.")]
    [InlineData("Skip the slow release.")]
    [InlineData("Quiz the team about the slow page.")]
    [InlineData("Remind customers that the page is slow.")]
    [InlineData("Hi all, the page is slow.")]
    [InlineData("Progress is slow.")]
    [InlineData("Resume the slow release later.")]
    [InlineData("Hint at the slow checkout.")]
    [InlineData("Again, the checkout is slow.")]
    public async Task A_sentence_that_begins_with_a_word_of_the_dialog_is_an_answer(string said)
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("scenario");

        (await learner.AskAsync(said)).ShouldContain("✓ You say what customers notice. slow");
    }

    [Fact]
    public async Task An_answer_without_words_is_asked_for_in_words()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("…!?")).ShouldContain("words");
        (await learner.AskAsync("progress")).ShouldContain("Nothing practised yet");
    }
}
