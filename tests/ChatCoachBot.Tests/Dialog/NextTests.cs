using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `next` brings.</summary>
public sealed class NextTests(SmallCoach coach)
{
    [Fact]
    public async Task Next_said_again_and_again_leads_through_the_whole_path()
    {
        using var learner = await coach.NewLearnerAsync();
        var asked = new List<string> { learner.LastReply };
        for (var i = 1; i < SmallContent.Exercises; i++)
        {
            asked.Add(await learner.AskAsync("next"));
        }

        asked.Select(text => text.Replace("Today’s exercise ", "", StringComparison.Ordinal).Replace("Here is another one ", "", StringComparison.Ordinal))
            .Distinct().Count().ShouldBe(SmallContent.Exercises);
    }

    [Fact]
    public async Task Exercises_and_terms_take_turns_easier_kinds_first()
    {
        using var learner = await coach.NewLearnerAsync();
        var kinds = new List<string>();
        for (var i = 1; i < SmallContent.Exercises; i++)
        {
            var text = await learner.AskAsync("next");
            kinds.Add(text["Here is another one ".Length..text.IndexOf(" ·", StringComparison.Ordinal)]);
        }

        kinds.ShouldBe(["Term", "Define", "Term", "Fill the gap", "Term", "Rewrite", "Term", "Use it", "Explain", "Scenario"]);
    }

    [Fact]
    public async Task A_wrong_answer_is_left_behind_but_not_lost()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("1");

        (await learner.PressAsync("Next")).ShouldContain(SmallContent.RollbackTerm);
        for (var i = 2; i < SmallContent.Exercises; i++)
        {
            await learner.AskAsync("skip");
            await learner.ReplyAsync();
        }

        (await learner.AskAsync("quiz 1")).ShouldContain(SmallContent.Choice, customMessage: "what went wrong comes first in a quiz");
    }
}
