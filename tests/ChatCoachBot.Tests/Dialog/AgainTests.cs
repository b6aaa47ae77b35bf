using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `again` brings.</summary>
public sealed class AgainTests(SmallCoach coach)
{
    [Fact]
    public async Task A_passed_exercise_is_asked_once_more()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("2");

        (await learner.PressAsync("Again")).ShouldStartWith("Once more Choose · Releases Which status note would a colleague write?");
        (await learner.AskAsync("1")).ShouldStartWith("Not yet 0%");
    }

    [Fact]
    public async Task Before_the_first_exercise_there_is_nothing_to_repeat()
    {
        using var visitor = coach.NewVisitor();
        await visitor.OpenPageAsync();
        await visitor.AskAsync("start");
        await visitor.ReplyAsync();

        (await visitor.AskAsync("again")).ShouldStartWith("You have not had an exercise yet.");
    }
}
