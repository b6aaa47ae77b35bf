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
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("2");

        (await learner.AskAsync("too easy")).ShouldStartWith("There is no exercise");
    }

    [Fact]
    public async Task Not_now_puts_it_off()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("not now")).ShouldStartWith("Skipped.");
    }
}
