using System.Text.RegularExpressions;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the words `too easy` and `not now` bring.</summary>
public sealed class TooEasyTests(SmallCoach coach)
{
    [Fact]
    public async Task What_is_too_easy_comes_back_much_later_and_the_next_one_comes_now()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("too easy")).ShouldMatch("^Good: I’ll ask it again on [A-Z][a-z]+day [0-9]+ [A-Z][a-z]+\\.$");
        (await learner.ReplyAsync()).ShouldContain(SmallContent.RollbackTerm);
    }

    [Fact]
    public async Task Too_easy_is_no_answer_and_passes_nothing()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("too easy");
        await learner.ReplyAsync();

        (await learner.AskAsync("progress")).ShouldContain("Nothing practised yet");
    }

    [Fact]
    public async Task The_day_is_done_with_it()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("too easy");
        await learner.ReplyAsync();

        (await learner.AskAsync("today")).ShouldStartWith("You’re done with today’s exercise.");
    }

    [Fact]
    public async Task Without_an_exercise_there_is_nothing_too_easy()
    {
        using var stranger = coach.NewVisitor();
        await stranger.OpenPageAsync();
        await stranger.GreetAsync();
        await stranger.ReplyAsync();
        await stranger.ReplyAsync();

        (await stranger.AskAsync("too easy")).ShouldStartWith("There is no exercise");
        (await stranger.AskAsync("too easy about release-engineer/choice-status-note")).ShouldStartWith("There is no exercise");
    }

    [Fact]
    public async Task What_was_passed_whole_at_the_first_try_can_be_found_too_easy()
    {
        using var learner = await coach.NewLearnerAsync();
        (await learner.AskAsync("2")).ShouldEndWith("Next Show a model answer Again Too easy");

        var said = await learner.PressAsync("Too easy");

        said.ShouldMatch("^Good: I’ll ask it again on [A-Z][a-z]+day [0-9]+ [A-Z][a-z]+\\. Next$");
        (await learner.AskAsync("too easy")).ShouldBe(said, "twice is meant once");
        (await learner.AskAsync("progress")).ShouldNotContain("To review 1 thing today");
    }

    [Fact]
    public async Task The_button_stays_with_its_grade_when_something_else_is_in_hand()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("2");
        var button = new Regex("data-says=\"(too easy about [^\"]+)\"").Match(learner.LastHtml).Groups[1].Value;
        (await learner.AskAsync("next")).ShouldContain(SmallContent.RollbackTerm);

        (await learner.AskAsync(button)).ShouldStartWith("Good: I’ll ask it again on");

        (await learner.AskAsync("hint")).ShouldStartWith("Hint:", customMessage: "the one in hand is still open");
    }

    [Fact]
    public async Task Who_needed_help_or_two_tries_is_not_asked()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("1");
        await learner.AskAsync("2");
        learner.Buttons.ShouldBe(["Next", "Show a model answer", "Again"]);

        await learner.AskAsync("again");
        await learner.AskAsync("hint");
        await learner.AskAsync("2");
        learner.Buttons.ShouldBe(["Next", "Show a model answer", "Again"]);
    }

    [Fact]
    public async Task An_answer_may_begin_with_the_word()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("Too easy about nothing: we go back to how it was.")).ShouldContain("%");
    }

    [Fact]
    public async Task Not_now_puts_it_off()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("not now")).ShouldStartWith("Skipped.");
    }
}
