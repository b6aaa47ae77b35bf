using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `quiz` brings, from the first question to the result.</summary>
public sealed class QuizTests(SmallCoach coach)
{
    [Fact]
    public async Task A_quiz_asks_its_questions_one_by_one_and_tells_the_result()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("quiz 2")).ShouldStartWith("Question 1 of 2 Choose · Releases");
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
        learner.Buttons.ShouldBe(["Next (2 of 2)", "Show a model answer", "Again", "Too easy"]);
        (await learner.PressAsync("Next (2 of 2)")).ShouldStartWith("Question 2 of 2 Term · Rollbacks rollback");
        (await learner.AskAsync("No idea.")).ShouldStartWith("Not yet");
        (await learner.PressAsync("Once more")).ShouldStartWith("Once more Term · Rollbacks rollback", customMessage: "what was missed comes again at the end");
        (await learner.AskAsync("Still no idea.")).ShouldStartWith("Not yet");
        (await learner.PressAsync("See the result")).ShouldBe("That was the quiz: 1 of 2 passed. The others will come back. Next Progress");
        (await learner.PressAsync("Next")).ShouldStartWith("Here is another one");
    }

    [Fact]
    public async Task All_passed_is_well_done()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("quiz 2");
        await learner.AskAsync("2");
        await learner.AskAsync("next");
        (await learner.AskAsync("The rollback of our shop took four minutes last night because the tests failed.")).ShouldStartWith("Passed");

        (await learner.PressAsync("See the result")).ShouldStartWith("That was the quiz: all 2 passed. Well done!");
    }

    [Fact]
    public async Task None_passed_is_said_kindly()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("quiz 1");
        await learner.AskAsync("1");
        await learner.PressAsync("Once more");
        await learner.AskAsync("1");

        (await learner.PressAsync("See the result")).ShouldStartWith("That was the quiz: none passed this time. The questions will come back.");
    }

    [Fact]
    public async Task A_question_answered_again_counts_once()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("quiz 1");
        await learner.AskAsync("2");
        await learner.PressAsync("Again");
        await learner.AskAsync("2");

        (await learner.PressAsync("See the result")).ShouldStartWith("That was the quiz: passed. Well done!");
    }

    [Fact]
    public async Task What_was_missed_and_passed_at_the_end_counts()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("quiz 1");
        await learner.AskAsync("1");
        await learner.PressAsync("Once more");
        await learner.AskAsync("2");

        (await learner.PressAsync("See the result")).ShouldStartWith("That was the quiz: passed. Well done!");
    }

    [Fact]
    public async Task A_quiz_can_be_left_and_taken_up_where_it_was()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("quiz 3");
        await learner.AskAsync("2");
        await learner.AskAsync("next");

        (await learner.AskAsync("leave quiz")).ShouldBe("I’ve put the quiz away. Say “quiz” to go on with it. Go on with the quiz Today’s exercise");
        (await learner.PressAsync("Today’s exercise")).ShouldStartWith("You’re done with today’s exercise.");
        (await learner.AskAsync("quiz")).ShouldStartWith("Question 2 of 3");
        (await learner.AskAsync("leave the quiz")).ShouldStartWith("I’ve put the quiz away.");
        (await learner.AskAsync("leave")).ShouldStartWith("I’ve put the quiz away.");
    }

    [Fact]
    public async Task A_quiz_does_not_ask_two_of_a_kind_in_a_row_while_there_are_others()
    {
        using var learner = await coach.NewLearnerAsync();
        var kinds = new List<string>();
        var reply = await learner.AskAsync("quiz 4");
        while (reply.StartsWith("Question", StringComparison.Ordinal))
        {
            kinds.Add(reply.Split(' ')[4]);
            await learner.AskAsync("skip");
            reply = await learner.ReplyAsync();
        }

        kinds.Count.ShouldBe(4);
        kinds.Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_question_can_be_skipped()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("quiz 2");

        (await learner.AskAsync("skip")).ShouldStartWith("Skipped.");
        (await learner.ReplyAsync()).ShouldStartWith("Question 2 of 2");
        (await learner.AskAsync("skip")).ShouldStartWith("Skipped.");
        (await learner.ReplyAsync()).ShouldStartWith("That was the quiz: none passed this time.");
    }

    [Fact]
    public async Task Quiz_alone_has_five_questions_and_a_path_that_is_shorter_has_as_many_as_it_can()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("quiz")).ShouldStartWith("Question 1 of 5");
        (await learner.AskAsync("quiz 20")).ShouldStartWith($"Question 1 of {SmallContent.Exercises}");
    }

    [Theory]
    [InlineData("quiz 0")]
    [InlineData("quiz 21")]
    [InlineData("quiz -3")]
    [InlineData("quiz lots")]
    [InlineData("quiz 1.5")]
    public async Task A_number_that_makes_no_quiz_gets_advice(string said)
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync(said)).ShouldBe("A quiz has 1 to 20 questions. Say “quiz 5”, for example.");
    }

    [Fact]
    public async Task Todays_exercise_ends_a_quiz()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("quiz 3");

        (await learner.AskAsync("today")).ShouldStartWith("Today’s exercise");
        (await learner.AskAsync("next")).ShouldStartWith("Here is another one");
    }
}
