using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests;

public sealed class WelcomeTests
{
    [Fact]
    public async Task A_new_learner_is_greeted_and_asked_for_a_path_and_a_time_and_gets_an_exercise()
    {
        await using var coach = new CoachApplication();
        using var learner = coach.NewVisitor();
        await learner.OpenPageAsync();
        await learner.GreetAsync("Europe/Warsaw");

        (await learner.ReplyAsync()).ShouldStartWith("Hello, I’m ChatCoach.");
        (await learner.ReplyAsync()).ShouldContain("Which path would you like to take? Event-Driven Systems Architect (C1)");
        (await learner.AskAsync("1")).ShouldStartWith("Your path is Event-Driven Systems Architect.");
        (await learner.ReplyAsync()).ShouldStartWith("When shall I write to you?");
        (await learner.AskAsync("9:30 weekdays")).ShouldStartWith("I’ll write to you at 09:30 on weekdays (Europe/Warsaw). The next one comes tomorrow at 09:30.");
        (await learner.ReplyAsync()).ShouldStartWith("Today’s exercise");
    }
}
