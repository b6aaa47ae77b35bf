using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Tests.Grading;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("partition", "a partitioner", null, null, "a word of the family that Porter2 keeps apart")]
    [InlineData("idempotent", "idempotency", "idempotency", null, "a word of the family")]
    [InlineData("converge", "they convrge", "convrge", "converge", "a letter dropped")]
    [InlineData("converge", "they convergge", "convergge", "converge", "a letter added")]
    [InlineData("converge", "they convorge", "convorge", "converge", "a letter changed")]
    [InlineData("converge", "they convegre", "convegre", "converge", "two letters swapped")]
    [InlineData("converge", "onverge", "onverge", "converge", "the first letter dropped")]
    [InlineData("converge", "they cnvrge", null, null, "two edits in eight letters")]
    [InlineData("converge", "they are convreging", "convreging", "converging", "the learner's ending")]
    [InlineData("converge", "it convreges", "convreges", "converges", "the learner's ending")]
    [InlineData("idempotent", "idempotant", "idempotant", "idempotent", "Porter2 sees the same stem, the learner still wants to know")]
    [InlineData("idempotent", "idenpotant", "idenpotant", "idempotent", "two edits in ten letters")]
    [InlineData("idempotent", "idnmpotat", null, null, "three edits")]
    [InlineData("idempotent", "idempotetn", "idempotetn", "idempotent", "a swap at the end")]
    [InlineData("replica", "relicas", "relicas", "replicas", "a plural")]
    [InlineData("event", "evnt", "evnt", "event", "five letters allow one edit")]
    [InlineData("lock", "loc", null, null, "four letters allow none")]
    [InlineData("queue", "qeue", "qeue", "queue", "a letter dropped")]
    [InlineData("stale", "stael", "stael", "stale", "a swap")]
    [InlineData("duplicate", "dupplicates", "dupplicates", "duplicates", "a doubled letter")]
    [InlineData("availability", "availibility", "availibility", "availability", "a vowel")]
    [InlineData("consistency", "consistancy", "consistancy", "consistency", "Porter2 sees the same stem")]
    [InlineData("immutable", "mutable", null, null, "an opposite is no misspelling")]
    [InlineData("immutable", "imutable", "imutable", "immutable", "a letter dropped from im-")]
    [InlineData("synchronous", "asynchronous", null, null, "an opposite is no misspelling")]
    [InlineData("idempotent", "nonidempotent", null, null, "an opposite is no misspelling")]
    [InlineData("indicator", "an indicater", "indicater", "indicator", "also when the word has a whole family")]
    [InlineData("indicator of compromise", "indicatr of compromize", "indicatr of compromize", "indicator", "in a term")]
    [InlineData("correlate", "we corelate", "corelate", "correlate", "a doubled letter missing")]
    [InlineData("mitigation", "the mitagation", "mitagation", "mitigation", "a vowel")]
    [InlineData("containment", "the containement", "containement", "containment", "an e too many")]
    [InlineData("stale", "scale", null, null, "an English word of its own")]
    [InlineData("write", "white", null, null, "an English word of its own")]
    [InlineData("order", "older", null, null, "an English word of its own")]
    [InlineData("converge", "converse", null, null, "an English word of its own")]
    [InlineData("quorum", "forum", null, null, "an English word of its own")]
    [InlineData("idempotency key", "idempotncy kay", null, null, "the short word is not forgiven")]
    [InlineData("dead letter queue", "dead leter queue", "dead leter queue", "letter", "inside a term")]
    [InlineData("DLQ", "the dead letter queeu", "dead letter queeu", "queue", "inside another way to say the term")]
    [InlineData("T1566", "T1567", null, null, "a number is never a misspelling")]
    [InlineData("version2", "version3", null, null, "a digit is never a misspelling")]
    public void Small_misspellings_still_match(string phrase, string answer, string? evidence, string? right, string why)
    {
        var grade = A.Grader(A.Rubric(A.Point("point", phrase))).Grade(answer);
        grade.Points[0].Evidence?.Text.ShouldBe(evidence, why);
        grade.Points[0].Met.ShouldBe(evidence is not null, why);
        grade.Spelling.SingleOrDefault()?.Right.ShouldBe(right, why);
        grade.Spelling.Count.ShouldBe(right is null ? 0 : 1, why);
    }

    [Fact]
    public void A_glossary_word_is_never_a_misspelling() =>
        A.Evidence("idempotency", "idempotence").ShouldBe("idempotence", "they share a stem");

    [Fact]
    public void The_tip_names_the_word_as_typed_and_improves_last()
    {
        var grade = A.Grader(A.Rubric(A.Point("point", "converge"))).Grade("Replicas Convrege, they convrege.");
        grade.Verdict.ShouldBe(Verdict.Pass);
        grade.Spelling.ShouldBe([new SpellingTip("Convrege", "converge")]);
        grade.ImproveFirst.ShouldBe("Check one spelling: “converge” instead of “Convrege”.");
    }

    [Fact]
    public void A_misspelling_that_meets_nothing_is_not_told() =>
        A.Grader(A.Rubric(A.Point("point", "lost update"))).Grade("An updaet came.").Spelling.ShouldBeEmpty();
}
