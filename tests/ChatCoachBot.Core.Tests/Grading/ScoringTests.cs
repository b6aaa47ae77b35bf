using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Tests.Grading;

public sealed class ScoringTests
{
    private static readonly Rubric Rubric = A.Rubric(
        A.Point("converge", "converge", "catch up") with { Weight = 2, Required = true },
        A.Point("writes-stop") with { All = [["no new *", "once * stop"], ["writes", "updates", "changes"]] },
        A.Point("stale", "stale", "old value")) with
    {
        Misconceptions =
        [
            A.Misconception("loses-data", "lose data", "data loss") with { Penalty = 0.3 },
            A.Misconception("never", "never converge") with { Penalty = 0.1, Fails = true },
        ],
    };

    [Theory]
    [InlineData("Replicas converge once writes stop, and show a stale value until then.", Verdict.Pass, 1.0, "all points")]
    [InlineData("Replicas converge once writes stop.", Verdict.Pass, 0.75, "three quarters, with the required point")]
    [InlineData("Replicas converge later on.", Verdict.Partial, 0.5, "half is less than the pass mark")]
    [InlineData("Once writes stop you still see a stale value.", Verdict.Partial, 0.5, "half, without the required point")]
    [InlineData("You see a stale value.", Verdict.Fail, 0.25, "below the fail mark")]
    [InlineData("It is a database.", Verdict.Fail, 0.0, "no point")]
    [InlineData("Replicas converge once writes stop, but we lose data.", Verdict.Partial, 0.45, "a penalty")]
    [InlineData("We see a stale value and lose data.", Verdict.Fail, 0.0, "a key word beside a misconception is no partial success; the score never falls below 0")]
    [InlineData("Once writes stop, stale replicas never converge.", Verdict.Fail, 0.4, "a misconception that fails")]
    [InlineData("Replicas converge once writes stop, a stale value is shown until then, and some say replicas never converge.", Verdict.Fail, 0.9, "a misconception that fails, whatever else is said")]
    public void The_score_is_weight_met_less_penalties(string answer, Verdict verdict, double score, string why)
    {
        var grade = A.Grader(Rubric).Grade(answer);
        grade.Score.ShouldBe(score, 1e-9, why);
        grade.Verdict.ShouldBe(verdict, why);
    }

    [Fact]
    public void A_missing_required_point_caps_the_verdict_at_partial()
    {
        var grade = A.Grader(Rubric with { Pass = 0.5 }).Grade("Once writes stop you still see a stale value.");
        (grade.Score, grade.Verdict).ShouldBe((0.5, Verdict.Partial));
    }

    [Theory]
    [InlineData(0.6, 0.3, Verdict.Pass)]
    [InlineData(0.9, 0.3, Verdict.Partial)]
    [InlineData(0.9, 0.8, Verdict.Fail)]
    public void The_marks_are_the_rubrics_own(double pass, double fail, Verdict verdict) =>
        A.Grader(Rubric with { Pass = pass, Fail = fail }).Grade("Replicas converge once writes stop.").Verdict.ShouldBe(verdict);

    [Fact]
    public void A_pass_mark_reached_exactly_is_a_pass()
    {
        var points = Enumerable.Range(0, 10).Select(i => A.Point($"p{i}", $"word{i}x") with { Weight = 0.1 });
        var rubric = A.Rubric([.. points]) with { Misconceptions = [A.Misconception("m", "wrong idea") with { Penalty = 0.3 }] };
        var grade = A.Grader(rubric).Grade("It has word0x with word1x and word2x, then word3x; it has word4x, the word5x and word6x. It has word7x and word8x. A wrong idea.");
        grade.Verdict.ShouldBe(Verdict.Pass, "0.9 - 0.3 reaches 0.6");
    }

    [Theory]
    [InlineData("We see a stale value, and we lose data.", "loses-data is not so.", "the worst misconception")]
    [InlineData("We lose data, replicas never converge.", "never is not so.", "a misconception that fails is the worst")]
    [InlineData("You see a stale value.", "converge is missing.", "the heaviest required point")]
    [InlineData("Replicas converge, and are stale before.", "writes-stop is missing.", "the heaviest missed point, the first of equals")]
    [InlineData("Replicas convrege once writes stop, and show a stale value until then.", "Check one spelling: “converge” instead of “convrege”.", "a spelling")]
    [InlineData("Replicas converge once writes stop, and show a stale value until then.", null, "nothing is missing")]
    public void One_thing_to_improve_comes_first(string answer, string? first, string why) => A.Grader(Rubric).Grade(answer).ImproveFirst.ShouldBe(first, why);

    [Fact]
    public void Points_come_in_the_rubrics_order_with_their_texts_and_evidence()
    {
        var points = A.Grader(Rubric).Grade("A stale value is seen, but they catch up.").Points;
        points.Select(point => (point.Id, point.Met, point.Evidence?.Text, point.Feedback)).ShouldBe(
        [
            ("converge", true, "catch up", "converge is there."),
            ("writes-stop", false, null, "writes-stop is missing."),
            ("stale", true, "stale", "stale is there."),
        ]);
    }

    [Fact]
    public void Any_and_all_together_are_both_needed()
    {
        var grader = A.Grader(A.Rubric(A.Point("p", "converge") with { All = [["writes"]] }));
        grader.Grade("They converge.").Points[0].Met.ShouldBeFalse();
        grader.Grade("After writes they agree.").Points[0].Met.ShouldBeFalse();
        grader.Grade("After writes they converge.").Points[0].Evidence.ShouldNotBeNull().Text.ShouldBe("writes they converge");
    }

    [Theory]
    [InlineData("Backward means that old code reads new data, forward means that new code reads old data.", false)]
    [InlineData("Old code reads new data.", true)]
    [InlineData("Backward means that old code reads new data. Well, old code reads new data by skipping.", true)]
    public void Words_that_show_a_misconception_meet_no_point(string answer, bool isMet)
    {
        var rubric = A.Rubric(A.Point("p", "old code reads new data")) with { Misconceptions = [A.Misconception("m", "backward means that * code reads new data", "forward means that * code reads old data")] };
        A.Grader(rubric).Grade(answer).Points[0].Met.ShouldBe(isMet);
    }

    [Fact]
    public void Groups_may_stand_in_different_sentences() =>
        A.Grader(A.Rubric(A.Point("p") with { All = [["writes"], ["converge"]] })).Grade("Writes stop. Then they converge.").Points[0].Met.ShouldBeTrue();

    [Theory]
    [InlineData("one two three", "Your answer has 3 words. Try at least 5 to give the whole picture.")]
    [InlineData("one", "Your answer has 1 word. Try at least 5 to give the whole picture.")]
    [InlineData("a b c d e f g h i", "Your answer has 9 words. Try at most 8 to keep the reader with you.")]
    [InlineData("a b c d e", null)]
    [InlineData("at-least-once don't CI/CD e.g. it's", null)]
    [InlineData("this is gonna do stuff", "Write “going to”.")]
    public void Language_advice_never_changes_the_score(string answer, string? tip)
    {
        var language = new LanguageAdvice { Words = new() { Min = 5, Max = 8 }, Avoid = [new() { Any = ["gonna", "wanna"], Tip = "Write “going to”." }] };
        var grade = A.Grader(A.Rubric(A.Point("p", "stop")) with { Language = language }).Grade(answer);
        grade.Language.ShouldBe(tip is null ? [] : [tip]);
        grade.Score.ShouldBe(0);
    }

    [Fact]
    public void A_word_to_avoid_says_nothing_about_its_synonyms()
    {
        var language = new LanguageAdvice { Avoid = [new() { Any = ["message"], Tip = "Say “event”." }] };
        var grader = A.Grader(A.Rubric(A.Point("p", "stop")) with { Language = language });
        grader.Grade("The event is read.").Language.ShouldBeEmpty();
        grader.Grade("The message is read.").Language.ShouldBe(["Say “event”."]);
    }

    [Fact]
    public void An_exercise_without_a_rubric_or_without_weight_is_refused()
    {
        Should.Throw<FormatException>(() => A.Grader(A.Rubric()));
        Should.Throw<FormatException>(() => A.Grader(A.Rubric(A.Point("p", "a word") with { Weight = 0 })));
        Should.Throw<FormatException>(() => A.Grader(A.Rubric(A.Point("empty")))).Message.ShouldContain("empty");
        Should.Throw<FormatException>(() => A.Grader(A.Rubric(A.Point("p") with { All = [[]] })));
    }
}
