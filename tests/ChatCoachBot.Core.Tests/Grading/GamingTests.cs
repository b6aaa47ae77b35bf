using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Tests.Grading;

public sealed class GamingTests
{
    private const string Prompt = "Explain to a product manager why replicas converge and why a reader may see a stale value.";

    private static readonly Rubric Rubric = A.Rubric(
        A.Point("converge", "converge", "catch up"),
        A.Point("writes-stop", "no new writes", "once * stop", "writes stop"),
        A.Point("stale", "stale value", "old value"),
        A.Point("available", "available", "availability", "fast reads"),
        A.Point("eventually", "eventual consistency", "eventually consistent"));

    private static Grade Grade(string answer) => A.Grader(Rubric, Prompt).Grade(answer);

    [Theory]
    [InlineData("converge, no new writes, stale value, availability, eventual consistency", "commas")]
    [InlineData("converge, catch up, no new writes, stale value", "four items")]
    [InlineData("converge\nno new writes\nstale value\navailability", "lines")]
    [InlineData("- converge\n- no new writes\n- stale value\n- availability", "bullets")]
    [InlineData("converge; no new writes; stale value; availability", "semicolons")]
    [InlineData("Converge. Writes stop. Stale value. Availability.", "full stops")]
    [InlineData("eventual consistency converge catch up no new writes stale value availability", "in a row")]
    [InlineData("converge, no new writes, stale value and availability", "an and before the last")]
    [InlineData("convrege, no new writes, stale value, availability", "with a misspelling")]
    [InlineData("replica, quorum, converge, lag, stale value", "with words that are not in the rubric")]
    [InlineData("converge, no new writes, stale value, is available, eventual consistency", "with an is in one of them")]
    [InlineData("replica, quorum, past tense, lag, stale value, already converged, availability", "with a small word here and there")]
    public void Key_words_in_a_row_are_no_answer(string answer, string why)
    {
        var grade = Grade(answer);
        grade.Verdict.ShouldBe(Verdict.Fail, why);
        grade.Notes.ShouldHaveSingleItem(why).ShouldStartWith("These look like key words");
    }

    [Theory]
    [InlineData("Replicas converge once writes stop.", 2, "terse but a sentence")]
    [InlineData("Replicas converge, writes stop, readers see a stale value.", 3, "terse, with commas")]
    [InlineData("They catch up. Until then: stale value.", 2, "two short sentences")]
    [InlineData("It is available, eventually consistent, and replicas catch up.", 3, "a list inside a sentence")]
    [InlineData("Available reads, stale values, no waiting.", 2, "three items")]
    [InlineData("- replicas converge after a while\n- a stale value is possible\n- it stays available\n- eventually consistent", 4, "notes with words of their own")]
    [InlineData("Eventual consistency: replicas converge, reads stay available, a stale value may appear.", 4, "a dense sentence")]
    [InlineData("Once writes stop with no new writes arriving stale replicas catch up.", 2, "a sentence made of key phrases")]
    [InlineData("Replicas converge by gossip, serve fast reads, show a stale value, catch up within seconds.", 3, "imperatives with words of their own")]
    [InlineData("Stock, payment, shipping, billing and search converge on a stale value.", 2, "many names before their verb")]
    [InlineData("converge", 1, "one word is a short answer, not a list")]
    [InlineData("eventual consistency", 1, "one term")]
    public void A_terse_answer_is_no_list(string answer, int met, string why)
    {
        var grade = Grade(answer);
        grade.Notes.ShouldBeEmpty(why);
        grade.Points.Count(point => point.Met).ShouldBe(met, why);
    }

    [Fact]
    public void A_sentence_after_a_list_still_counts()
    {
        var grade = Grade("converge, no new writes, stale value, availability. Replicas converge after some time.");
        grade.Points.Where(point => point.Met).Select(point => point.Id).ShouldBe(["converge"]);
    }

    [Theory]
    [InlineData("converge converge converge converge", "one word")]
    [InlineData("Converge! converge. CONVERGE?", "in several sentences")]
    [InlineData("stale value stale value stale value", "a term of two words")]
    [InlineData("eventual consistency, eventual consistency, eventual consistency.", "with commas")]
    public void One_term_again_and_again_is_no_answer(string answer, string why)
    {
        var grade = Grade(answer);
        grade.Score.ShouldBe(0, why);
        grade.Notes.ShouldHaveSingleItem(why).ShouldStartWith("This repeats one term");
    }

    [Theory]
    [InlineData("Explain to a product manager why replicas converge and why a reader may see a stale value.", "the whole prompt")]
    [InlineData("explain to a product manager WHY replicas converge, and why a reader may see a stale value?", "in other case and signs")]
    [InlineData("why replicas converge and why a reader may see a stale value", "the end of the prompt")]
    public void The_question_copied_back_earns_nothing(string answer, string why)
    {
        var grade = Grade(answer);
        grade.Score.ShouldBe(0, why);
        grade.Notes.ShouldHaveSingleItem(why).ShouldStartWith("Most of this repeats the question");
    }

    [Theory]
    [InlineData("Replicas converge, so a reader may see a stale value only for a while.", "short runs are how people speak")]
    [InlineData("The replicas converge when they have seen all writes.", "own words")]
    [InlineData("A stale value is what a reader may see.", "the same words in another order")]
    public void Words_of_the_question_in_ones_own_sentence_count(string answer, string why)
    {
        var grade = Grade(answer);
        grade.Points.ShouldContain(point => point.Met, why);
        grade.Notes.ShouldBeEmpty(why);
    }

    [Fact]
    public void A_rewrite_may_keep_much_of_its_original_but_not_its_faults()
    {
        var exercise = new Exercise
        {
            Id = "r",
            Kind = ExerciseKind.Rewrite,
            Topic = "t",
            ModelAnswer = "m",
            Prompt = "Rewrite this: Due to the fact that the broker was down, 37 orders were stuck and nobody was charged twice.",
            Rubric = A.Rubric(A.Point("because", "because", "since"), A.Point("nobody", "nobody was charged twice")) with { Misconceptions = [A.Misconception("padding", "due to the fact")] },
        };
        var grader = ExerciseGrader.Compile(exercise, A.Glossary);
        grader.Grade("Because the broker was down, 37 orders were stuck and nobody was charged twice.").Verdict.ShouldBe(Verdict.Pass);
        grader.Grade("Due to the fact that the broker was down, 37 orders were stuck.").Misconceptions.ShouldHaveSingleItem().Id.ShouldBe("padding");
        grader.Grade(exercise.Prompt).Points.ShouldAllBe(point => !point.Met);
    }

    [Fact]
    public void What_follows_the_copied_question_counts()
    {
        var grade = Grade(Prompt + " They catch up as soon as the network lets them, so the wait is short. Reads stay available all the time.");
        grade.Points.Where(point => point.Met).Select(point => point.Id).ShouldBe(["converge", "available"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("🙂 👍🏽 🇫🇷")]
    [InlineData("?!... --- ***")]
    [InlineData("\u200b\ufeff\u202e")]
    [InlineData("\u0000\u0001")]
    [InlineData("\ud800")]
    public void An_answer_without_words_is_not_understood(string answer)
    {
        var grade = Grade(answer);
        grade.Understood.ShouldBeFalse();
        grade.Verdict.ShouldBe(Verdict.Fail);
        grade.Points.Count.ShouldBe(5);
        grade.Notes.ShouldBe(["There are no words in this answer yet. Please write a sentence or two."]);
    }

    [Fact]
    public void A_long_answer_is_graded_on_its_first_4000_characters()
    {
        var filler = string.Concat(Enumerable.Repeat("It goes on. ", 400));
        var grade = Grade("Replicas converge. " + filler + " A stale value.");
        grade.Points.Where(point => point.Met).Select(point => point.Id).ShouldBe(["converge"]);
        grade.Notes.ShouldBe(["Your answer is longer than 4,000 characters, so only the first 4,000 are graded."]);
        Grade(filler[..4000]).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_character_at_the_limit_is_not_cut_in_half() => Grade(new string('x', 3999) + "🙂 more").Understood.ShouldBeTrue();
}
