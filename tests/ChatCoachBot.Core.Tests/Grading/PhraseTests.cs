using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Tests.Grading;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("converge", "they are converging", "converging", "an ending")]
    [InlineData("converge", "convergence", "convergence", "a noun of the verb")]
    [InlineData("immutable", "immutability", "immutability", "a noun of the adjective")]
    [InlineData("replica", "two replicas", "replicas", "a plural")]
    [InlineData("retry", "it retries", "retries", "y and ies")]
    [InlineData("retry", "we retried", "retried", "y and ied")]
    [InlineData("stop", "it stopped", "stopped", "a doubled consonant")]
    [InlineData("lose data", "data? We lost data", "lost data", "an irregular verb")]
    [InlineData("catch up", "it caught up", "caught up", "an irregular verb")]
    [InlineData("written", "we write", "write", "an irregular verb in the phrase")]
    [InlineData("is stale", "they are stale", "are stale", "forms of be")]
    [InlineData("does nothing", "they do nothing", "do nothing", "forms of do")]
    [InlineData("child", "the children", "children", "an irregular plural")]
    [InlineData("index", "two indices", "indices", "an irregular plural")]
    [InlineData("API", "our APIs", "APIs", "the plural of an abbreviation")]
    [InlineData("SLA", "both SLAs", "SLAs", "the plural of an abbreviation with a vowel at its end")]
    [InlineData("converge", "diverge", null, "another word")]
    [InlineData("consistent", "inconsistent", null, "the opposite")]
    [InlineData("catch up", "up they catch", null, "another order")]
    [InlineData("catch up", "catch it up", null, "a word between")]
    [InlineData("catch up", "catch", null, "half of it")]
    [InlineData("order", "ordinary", null, "a word that only begins alike")]
    public void Words_match_by_stem_adjacent_and_in_order(string phrase, string answer, string? evidence, string why) =>
        A.Evidence(phrase, answer).ShouldBe(evidence, why);

    [Theory]
    [InlineData("once * stop", "once stop", "once stop", "no word")]
    [InlineData("once * stop", "once writes stop", "once writes stop", "one word")]
    [InlineData("once * stop", "once all writes stop", "once all writes stop", "two words")]
    [InlineData("once * stop", "once all the writes stop", "once all the writes stop", "three words")]
    [InlineData("once * stop", "once all of the writes stop", null, "four words")]
    [InlineData("once * stop", "once at-least-once CI/CD writes stop", "once at-least-once CI/CD writes stop", "a word with hyphens counts as one")]
    [InlineData("once * * stop", "once a b c d e f stop", "once a b c d e f stop", "two stars, six words")]
    [InlineData("once * * stop", "once a b c d e f g stop", null, "two stars, seven words")]
    [InlineData("a1 * b1 * c1", "a1 b1 x b1 y y y c1", "a1 b1 x b1 y y y c1", "the first b1 is too far from c1, the second is not")]
    [InlineData("become* * same", "they become the same", "become the same", "a star on a word and one alone")]
    [InlineData("become* * same", "it becomes exactly the very same", "becomes exactly the very same", "three words between")]
    [InlineData("become* same", "it becomes the same", null, "no star, no word between")]
    [InlineData("no new *", "no new writes", "no new writes", "one word at the end")]
    [InlineData("no new *", "there is no new", null, "no word at the end")]
    [InlineData("no new *", "Nothing is no new. Writes", null, "the next sentence is no word at the end")]
    [InlineData("no new *", "no new at-least-once", "no new at-least-once", "a word with hyphens is one word")]
    [InlineData("use * *", "use two words here", "use two words", "two stars at the end are two words")]
    [InlineData("* stop", "writes stop", "writes stop", "a star at the start is one word")]
    [InlineData("* stop", "stop", null, "a star at the start is one word")]
    [InlineData("dedup*", "deduplication", "deduplication", "any ending")]
    [InlineData("dedup*", "dedup", "dedup", "no ending")]
    [InlineData("dedup*", "de-duplicate", "de-duplicate", "a hyphen inside")]
    [InlineData("dedup*", "redundant", null, "another beginning")]
    [InlineData("normalis*", "normalized", "normalized", "American spelling")]
    [InlineData("behaviour*", "behavioral", "behavioral", "American spelling")]
    [InlineData("replica* * conver*", "replicas will converge", "replicas will converge", "two openings")]
    public void Stars_stand_for_words_and_endings(string phrase, string answer, string? evidence, string why) => A.Evidence(phrase, answer).ShouldBe(evidence, why);

    [Theory]
    [InlineData("=ACID", "it is ACID.", "ACID", "the same case")]
    [InlineData("=ACID", "it is acid", null, "another case")]
    [InlineData("=ACID", "ACIDs", null, "an ending")]
    [InlineData("=ACID", "an ACID-compliant store", "ACID", "before a hyphen")]
    [InlineData("=CI/CD", "CI/CD", "CI/CD", "with its slash")]
    [InlineData("=CI/CD", "CI-CD", null, "another sign")]
    [InlineData("=Event Hubs", "Azure  Event   Hubs", "Event   Hubs", "blanks are one")]
    [InlineData("=it's", "it’s fine", "it’s", "a curly apostrophe is an apostrophe")]
    [InlineData("/two.phase/", "a Two-Phase commit", "Two-Phase", "a regular expression ignores case")]
    [InlineData("/\\bexactly[ -]once\\b/", "exactly-once", "exactly-once", "borders and classes")]
    [InlineData("/stop.*replicas/", "Writes stop. Replicas converge.", null, "it does not reach across the end of a sentence")]
    [InlineData("/a+b/", "aaab", "aaab", "a quantifier")]
    [InlineData("/naïve|naive/", "naïve", "naïve", "it sees the text without accents")]
    [InlineData("/\\d+ (ms|seconds)/", "in 200 ms", "200 ms", "digits")]
    public void Exact_texts_and_regular_expressions(string phrase, string answer, string? evidence, string why) => A.Evidence(phrase, answer).ShouldBe(evidence, why);

    [Theory]
    [InlineData("dead letter queue", "the DLQ", "DLQ", "an abbreviation in the answer")]
    [InlineData("dead letter queue", "the dlq", "dlq", "in lower case")]
    [InlineData("dead letter queue", "two DLQs", "DLQs", "its plural")]
    [InlineData("dead letter queue", "a dead-letter topic", "dead-letter topic", "a synonym")]
    [InlineData("dead letter queue", "dead letter topics", "dead letter topics", "a synonym in the plural")]
    [InlineData("DLQ", "the dead-letter queue", "dead-letter queue", "an abbreviation in the phrase")]
    [InlineData("dead-letter topic", "the DLQ", "DLQ", "a synonym in the phrase")]
    [InlineData("move* * DLQ", "we move it to the dead letter topic", "move it to the dead letter topic", "inside a longer phrase")]
    [InlineData("DLQ alert", "a dead-letter queue alert", "dead-letter queue alert", "at the start of a longer phrase")]
    [InlineData("consumer", "each subscriber", "subscriber", "a synonym of one word")]
    [InlineData("consumer reads event", "the subscriber reads messages", "subscriber reads messages", "two terms in one phrase")]
    [InlineData("event sourcing", "message sourcing", null, "the longest term counts: event sourcing has no synonym")]
    [InlineData("poison event", "a poison message", "poison message", "a term next to another word")]
    [InlineData("CAP theorem", "as CAP says", "CAP", "an abbreviation that is an everyday word, in capitals")]
    [InlineData("CAP theorem", "put a cap on it", null, "the everyday word")]
    [InlineData("two-phase commit", "2PC", "2PC", "an abbreviation with a digit")]
    [InlineData("2PC", "a two phase commit", "two phase commit", "and back")]
    [InlineData("SLO", "our service-level objectives", "service-level objectives", "a plural of the long form")]
    [InlineData("indicator of compromise", "an ioc", "ioc", "mixed case in the glossary")]
    public void Glossary_terms_stand_in_for_each_other(string phrase, string answer, string? evidence, string why) => A.Evidence(phrase, answer).ShouldBe(evidence, why);

    [Fact]
    public void The_earliest_and_longest_words_are_the_evidence() =>
        A.Evidence("price\nstale price\nold", "A stale price is an old price").ShouldBe("stale price");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("*")]
    [InlineData("* *")]
    [InlineData("?!")]
    [InlineData("=")]
    [InlineData("=!")]
    [InlineData("con*verge")]
    [InlineData("*verge")]
    [InlineData("c*")]
    [InlineData("stop;go")]
    [InlineData("a * b * c * d * e * f * g")]
    [InlineData("/(/")]
    [InlineData("/a*/")]
    [InlineData("/(?=a)b/")]
    [InlineData("/(a)\\1/")]
    public void A_phrase_that_cannot_work_is_refused_with_one_sentence(string text)
    {
        KeyPhrase.TryParse(text, out var phrase, out var error).ShouldBeFalse();
        phrase.ShouldBeNull();
        error.ShouldNotBeNull().ShouldEndWith(".");
        Should.Throw<FormatException>(() => KeyPhrase.Parse(text)).Message.ShouldBe(error);
        Should.Throw<FormatException>(() => A.Grader(A.Rubric(A.Point("broken", "fine", text)))).Message.ShouldContain("broken");
    }

    [Theory]
    [InlineData("converge")]
    [InlineData("become* * same")]
    [InlineData("=ACID")]
    [InlineData("/")]
    [InlineData("/a/")]
    [InlineData("C#")]
    public void A_phrase_keeps_its_text(string text) => KeyPhrase.TryParse(text, out var phrase, out _).ShouldBe(text != "/", phrase?.Text);
}
