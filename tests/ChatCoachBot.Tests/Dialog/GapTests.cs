using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>A gap exercise from end to end.</summary>
public sealed class GapTests(SmallCoach coach)
{
    [Fact]
    public async Task Both_gaps_right_pass()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Gap);
        learner.LastReply.ShouldContain("Complete the sentence. I would like to ___ a concern about ___ compatibility. Type the 2 missing words in order, with commas between them.");

        (await learner.AskAsync("voice, backwards")).ShouldBe("Passed 100% ✓ One raises a concern. voice ✓ It looks back. backwards Next Show a model answer Again Too easy");
    }

    [Fact]
    public async Task The_whole_sentence_is_read_too()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Gap);

        (await learner.AskAsync("I would like to raise a concern about backward compatibility.")).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task One_gap_right_is_nearly_there()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Gap);

        (await learner.AskAsync("raise, forward")).ShouldStartWith("Getting there 50% ✓ One raises a concern. raise ✗ It looks at the versions before.");
    }

    [Fact]
    public async Task Too_few_words_are_told_how_many_it_takes()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Gap);

        (await learner.AskAsync("raise")).ShouldContain("This sentence has 2 gaps. Please type 2 answers with a comma between them.");
    }

    [Fact]
    public async Task A_single_gap_asks_for_a_word()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("switch 2");

        (await learner.ReplyAsync()).ShouldContain("Type the missing word or words.");
        (await learner.AskAsync("break")).ShouldStartWith("Not yet 0% ✗ It is the opposite of open.");
        (await learner.AskAsync("Close")).ShouldStartWith("Passed 100%");
    }
}
