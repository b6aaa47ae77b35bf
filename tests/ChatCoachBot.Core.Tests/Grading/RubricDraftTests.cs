using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Grading.Drafts;
using CsCheck;

namespace ChatCoachBot.Core.Tests.Grading;

public sealed class RubricDraftTests
{
    private static string[] Ids(string modelAnswer, string? question = null) =>
        [.. RubricDraft.FromModelAnswer(modelAnswer, question).ShouldNotBeNull().Points.Select(point => point.Id)];

    [Theory]
    [InlineData("Replicas converge. Reads are stale.", "replicas-converge reads-stale", "a sentence each")]
    [InlineData("Replicas converge once writes stop.", "replicas-converge writes-stop", "a clause each")]
    [InlineData("Replicas converge, but reads are stale.", "replicas-converge reads-stale", "but")]
    [InlineData("The water evaporated and the salt stayed.", "water-evaporated salt-stayed", "and with a subject of its own")]
    [InlineData("Reads are fast and stale.", "reads-fast-stale", "and within a clause")]
    [InlineData("- replicas converge\n- reads are stale", "replicas-converge reads-stale", "an item each")]
    [InlineData("Old orders carry old prices and every new price needs a fresh order number.", "old-orders carry-prices new-price-needs fresh-order-number", "a long clause in parts of about the same size")]
    [InlineData("It promises at-least-once delivery.", "promises-at-least-once-delivery", "a word with hyphens stays whole")]
    [InlineData("Replicas converge. The replicas converge soon.", "replicas-converge", "what is said twice is one idea")]
    public void A_model_answer_falls_into_its_ideas(string modelAnswer, string ids, string why) => string.Join(' ', Ids(modelAnswer)).ShouldBe(ids, why);

    [Fact]
    public void Words_of_the_question_are_demoted() => Ids("The list is stale because replicas lag.", "Why is the list stale?").ShouldBe(["replicas-lag"]);

    [Fact]
    public void When_the_question_says_it_all_its_words_count() => Ids("The list is stale.", "Is the list stale?").ShouldBe(["list-stale"]);

    [Fact]
    public void An_idea_weighs_what_its_words_carry()
    {
        var points = RubricDraft.FromModelAnswer("Completely idle. Replicas finally converge once writes stop arriving.").ShouldNotBeNull().Points;

        points.Select(point => (point.Id, point.Weight)).ShouldBe([("completely-idle", 1.5), ("replicas-converge", 2), ("writes-stop-arriving", 3)]);
    }

    [Theory]
    [InlineData("Replicas agree once the writes stop arriving.", "The writes stop. All replicas agree.", true, "two of three words are enough")]
    [InlineData("Replicas agree once the writes stop arriving.", "All replicas agree on arriving.", false, "one of three is not")]
    [InlineData("The terminals are not connected.", "The terminals aren't connected.", true, "denied, as in the model answer")]
    [InlineData("The terminals are not connected.", "The terminals are connected.", false, "the opposite")]
    [InlineData("It works without any leader.", "It works without a leader.", true, "without")]
    [InlineData("It works without any leader.", "It works with a leader.", false, "with")]
    [InlineData("The replica fails to answer.", "The replica does not answer.", true, "fails to")]
    public void A_drafted_rubric_grades_at_once(string modelAnswer, string answer, bool isPassed, string why)
    {
        var grade = A.Grader(RubricDraft.FromModelAnswer(modelAnswer).ShouldNotBeNull()).Grade(answer);
        (grade.Verdict is Verdict.Pass).ShouldBe(isPassed, why);
    }

    [Fact]
    public void A_learner_reads_which_idea_is_meant()
    {
        var point = RubricDraft.FromModelAnswer("Replicas converge once the writes stop.").ShouldNotBeNull().Points[1];

        point.Met.ShouldBe("You say it: “once the writes stop”.");
        point.Missed.ShouldBe("Add this idea: “once the writes stop”.");
        point.Hint.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("It is what it was.")]
    [InlineData("== # / *")]
    [InlineData("🙂\u0000\ud800")]
    public void Without_a_word_that_carries_there_is_no_rubric(string text) => RubricDraft.FromModelAnswer(text).ShouldBeNull();

    [Fact]
    public void What_is_drafted_is_read_back_and_passes_its_own_model_answer() =>
        Gen.Select(A.Pick(
            "replicas", "converge", "the", "not", "without", "C#", ".NET", "at-least-once", "CI/CD", "T1566.001", "it's", "no", "true", "12", "\"quoted\"", "a:b", "#tag", "é", "fails", "to",
            "never", "stop", "only", "because", "writes")
                .Array[1, 25], A.Pick(" ", ", ", ". ", "\n- ", "? "), (words, mark) => string.Join(mark, words)).Sample(model =>
        {
            if (RubricDraft.FromModelAnswer(model) is not { } rubric)
                return;
            var yaml = RubricWriter.Write(rubric);
            var reading = RubricReader.Read(yaml);
            reading.Faults.ShouldBeEmpty(yaml);
            RubricWriter.Write(reading.Rubric.ShouldNotBeNull()).ShouldBe(yaml);
            Should.NotThrow(() => A.Grader(rubric).Grade(model), yaml);
        });

    [Fact]
    public void Any_text_at_all_can_be_drafted_from_and_graded_by() => Gen.String.Array[1, 4].Sample(texts =>
    {
        var isEmpty = texts.All(text => RubricDraft.FromModelAnswer(text, texts[0]) is null);
        if (!isEmpty)
            return ReferenceGrader.OfReferences(texts, texts[0]).Grade(texts[^1]).Score is >= 0 and <= 1;
        Should.Throw<FormatException>(() => ReferenceGrader.OfReferences(texts, texts[0]));
        return true;
    });
}
