using ChatCoachBot.Core.Grading;
using CsCheck;

namespace ChatCoachBot.Core.Tests.Grading;

/// <summary>Grading by model answers or key points, without a rubric.</summary>
public sealed class ReferenceTests
{
    private const string Question = "You stirred salt into water. How did you get the salt back out of the water?";
    private const string Model = "We let the water evaporate, and crystals stayed behind in the dish.";

    private static readonly ReferenceGrader Grader = ReferenceGrader.OfReferences([Model], Question);

    private static Grade Grade(string answer) => Grader.Grade(answer);

    [Theory]
    [InlineData(Model, "the model answer itself")]
    [InlineData("we LET the water evaporate and crystals stayed behind in the dish", "in other case and signs")]
    [InlineData("The water evaporates, then crystals stay behind in a dish.", "in other forms")]
    [InlineData("Let the watter evapurate, crystalls stay behind.", "misspelt")]
    [InlineData("By evaporation of the water. Crystals stayed.", "with a noun for the verb")]
    public void Who_says_what_the_model_says_passes(string answer, string why) => Grade(answer).Verdict.ShouldBe(Verdict.Pass, why);

    [Fact]
    public void The_model_answer_itself_scores_1() => Grade(Model).Score.ShouldBe(1);

    [Theory]
    [InlineData("How did you get the salt back out of the water?", "the question copied")]
    [InlineData("salt water", "words of the question")]
    [InlineData("Get salt out of stirred water.", "words of the question in another order")]
    [InlineData("evaporate evaporate evaporate", "one word again and again")]
    [InlineData("evaporate, crystals, stayed, behind, dish", "key words in a row")]
    [InlineData("", "nothing")]
    [InlineData("🙂", "no word")]
    public void What_says_nothing_of_its_own_scores_0(string answer, string why) => Grade(answer).Score.ShouldBe(0, why);

    [Theory]
    [InlineData("We poured it through a filter.", "a wrong way")]
    [InlineData("I like green tea.", "something else")]
    [InlineData("The water did not evaporate.", "the opposite")]
    public void What_is_wrong_fails(string answer, string why) => Grade(answer).Verdict.ShouldBe(Verdict.Fail, why);

    [Fact]
    public void The_points_are_the_ideas_of_the_model_answer_with_the_words_that_meet_them()
    {
        var points = Grade("We let it evaporate and saw crystals.").Points;

        points.Select(point => (point.Id, point.Met, point.Evidence?.Text)).ShouldBe([("let-evaporate", true, "let it evaporate"), ("crystals-stayed", false, null), ("behind-dish", false, null)]);
    }

    [Fact]
    public void Of_several_references_the_nearest_counts()
    {
        var grader = ReferenceGrader.OfReferences(["The battery is empty.", "The circuit has a gap."], "Why is the bulb off?");

        var grade = grader.Grade("There is a gap in the circuit.");

        grade.Verdict.ShouldBe(Verdict.Pass);
        grade.Points.ShouldHaveSingleItem().Id.ShouldBe("circuit-gap");
        grader.Grade("Its battery was empty").Points.ShouldHaveSingleItem().Id.ShouldBe("battery-empty");
    }

    [Fact]
    public void Each_key_point_is_a_point()
    {
        var grader = ReferenceGrader.OfKeyPoints(["Replicas converge", "when no new writes arrive", "so reads may be stale"], "What is eventual consistency?");

        var grade = grader.Grade("All replicas converge once new writes no longer arrive.");

        grade.Points.Count.ShouldBe(3);
        grade.Points[0].ShouldSatisfyAllConditions(point => point.Met.ShouldBeTrue(), point => point.Evidence.ShouldNotBeNull().Text.ShouldBe("replicas converge"));
        grade.Points[2].Met.ShouldBeFalse();
        grader.Grade("Replicas converge when no new writes arrive, so reads may be stale.").Score.ShouldBeGreaterThan(grade.Score);
    }

    [Fact]
    public void A_list_is_an_answer_where_the_model_answer_is_one()
    {
        var grader = ReferenceGrader.OfReferences(["Sequence number, acknowledgement number, window, urgent pointer, options, checksum."], "Which fields has the header?");

        var grade = grader.Grade("window, checksum, urgent pointer, sequence number, options");

        grade.Notes.ShouldBeEmpty();
        grade.Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void Without_the_question_every_word_counts() => ReferenceGrader.OfReferences([Model]).Grade("Get the water out and keep the dish").Score.ShouldBeGreaterThan(0);

    [Fact]
    public void A_model_answer_that_only_repeats_the_question_is_graded_by_its_words()
    {
        var grader = ReferenceGrader.OfReferences(["The other bulbs stay lit."], "Do the other bulbs stay lit when one burns out?");

        grader.Grade("The other bulbs stay lit.").Score.ShouldBe(1);
        grader.Grade("They explode.").Verdict.ShouldBe(Verdict.Fail);
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("the of", "!!")]
    public void Nothing_to_grade_by_is_refused(params string[] references) =>
        Should.Throw<FormatException>(() => ReferenceGrader.OfReferences(references)).Message.ShouldEndWith(".");

    [Fact]
    public void Case_accents_and_blanks_never_change_a_grade() => Gen.Int[0, 11].Array[0, 25].Select(picks => string.Join(' ', picks.Select(pick => Words[pick]))).Sample(answer =>
    {
        var grade = Grade(answer);
        return grade.Score is >= 0 and <= 1
            && Same(grade, Grade(answer.ToUpperInvariant()))
            && Same(grade, Grade(answer.Replace('e', 'é').Replace('a', 'ä')))
            && Same(grade, Grade("  " + answer.Replace(" ", " \t ", StringComparison.Ordinal)));
    });

    private static readonly string[] Words = ["we", "let", "the", "water", "evaporate,", "crystals.", "stayed", "not", "dish", "salt", "never?", "evaporation"];

    private static bool Same(Grade one, Grade other) =>
        one.Score.Equals(other.Score) && one.Verdict == other.Verdict && one.Points.Select(point => point.Met).SequenceEqual(other.Points.Select(point => point.Met));
}
