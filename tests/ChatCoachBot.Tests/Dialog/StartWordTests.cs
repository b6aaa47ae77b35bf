using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `start` brings, and the welcome it begins.</summary>
public sealed class StartWordTests(SmallCoach coach)
{
    [Theory]
    [InlineData("start")]
    [InlineData("Hello!")]
    [InlineData("hi")]
    [InlineData("what is this")]
    public async Task Whatever_a_new_learner_says_first_is_answered_with_a_greeting_and_the_paths(string said)
    {
        using var visitor = coach.NewVisitor();
        await visitor.OpenPageAsync();

        (await visitor.AskAsync(said)).ShouldStartWith("Hello, I’m ChatCoach. Once a day I bring you one term or scenario from your field.");
        (await visitor.ReplyAsync()).ShouldStartWith("Which path would you like to take?");
        visitor.Buttons.ShouldBe(["Release Engineer", "Support Engineer"]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("Release Engineer")]
    [InlineData("release-engineer")]
    [InlineData("relase engineer")]
    [InlineData("switch release-engineer")]
    public async Task A_path_is_chosen_by_number_title_or_id_also_with_a_slip(string said)
    {
        using var visitor = coach.NewVisitor();
        await visitor.OpenPageAsync();
        await visitor.AskAsync("start");
        await visitor.ReplyAsync();

        (await visitor.AskAsync(said)).ShouldBe("Your path is Release Engineer. You learn to announce a release, and to take it back.");
        (await visitor.ReplyAsync()).ShouldStartWith(
            "When shall I write to you? Choose a time, or type one, such as “remind 09:30 weekdays”. Your time zone is UTC. If that is wrong");
        visitor.Buttons.ShouldBe(["09:00 on weekdays", "12:30 on weekdays", "17:00 on weekdays", "No reminders"]);
    }

    [Fact]
    public async Task An_unknown_path_is_asked_for_again()
    {
        using var visitor = coach.NewVisitor();
        await visitor.OpenPageAsync();
        await visitor.AskAsync("start");
        await visitor.ReplyAsync();

        (await visitor.AskAsync("astronaut")).ShouldStartWith("I don’t know a path called “astronaut”. Choose one of these:");
        (await visitor.PressAsync("Support Engineer")).ShouldStartWith("Your path is Support Engineer.");
    }

    [Fact]
    public async Task A_time_that_is_none_is_asked_for_again_and_no_reminders_is_an_answer()
    {
        using var visitor = coach.NewVisitor();
        await visitor.OpenPageAsync();
        await visitor.AskAsync("start");
        await visitor.ReplyAsync();
        await visitor.AskAsync("1");
        await visitor.ReplyAsync();

        (await visitor.AskAsync("whenever")).ShouldStartWith("Tell me a time between 00:00 and 23:59");
        (await visitor.AskAsync("no reminders")).ShouldStartWith("All right, no reminders.");
        (await visitor.ReplyAsync()).ShouldStartWith("Today’s exercise");
    }

    [Fact]
    public async Task A_learner_can_ask_for_help_before_choosing()
    {
        using var visitor = coach.NewVisitor();
        await visitor.OpenPageAsync();
        await visitor.AskAsync("start");
        await visitor.ReplyAsync();

        (await visitor.AskAsync("help")).ShouldStartWith("What you can say");
        (await visitor.AskAsync("today")).ShouldStartWith("Which path would you like to take?");
    }

    [Fact]
    public async Task Start_again_says_when_the_next_prompt_comes()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("start")).ShouldStartWith("You are all set. I’ll write to you at 09:00 on weekdays (UTC). The next one comes today at 09:00.");
    }
}
