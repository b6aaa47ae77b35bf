using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>What <c>content check</c> says of key phrases that do nothing, and of tasks that earn too much.</summary>
public static class PhraseCheckTests
{
    private const string Phrases = "any: [\"previous version\", \"version before\"]";

    [Theory]
    [InlineData("previous versions", "previous version")] // by its stem
    [InlineData("Previous-Version", "previous version")]
    [InlineData("the previous version", null)] // more words: what is copied in an answer may take one of them away
    [InlineData("earlier version", null)]
    public static void A_phrase_that_finds_what_another_finds_is_needless(string phrase, string? wider) =>
        Warnings($"any: [\"previous version\", \"version before\", \"{phrase}\"]").ShouldBe(
            wider is null ? [] : [$"{GoodContent.Explain}:16:51: warning: Whatever “{phrase}” finds, “{wider}” finds as well; remove it."]);

    [Theory]
    [InlineData("version * before", "version before", "version before", "version * before")] // a star may stand for nothing
    [InlineData("version before*", "version before", null, null)] // an opening bears with no slip
    [InlineData("=previous version", "previous version", "=previous version", "previous version")]
    [InlineData("/previous version/", "previous version", null, null)] // what a pattern finds is not told from its letters
    [InlineData("not version before", "version before", null, null)] // a denial is another idea
    public static void A_wider_phrase_may_stand_before_or_behind(string first, string second, string? needless, string? wider)
    {
        var warnings = Warnings($"any: [\"{first}\", \"{second}\", \"earlier one\"]").Where(warning => warning.Contains("Whatever", StringComparison.Ordinal)).ToList();

        warnings.Count.ShouldBe(needless is null ? 0 : 1);
        warnings.ShouldAllBe(warning => warning.Contains($"Whatever “{needless}” finds, “{wider}” finds as well", StringComparison.Ordinal));
    }

    [Fact]
    public static void The_glossarys_other_ways_to_say_a_term_are_needless_too() =>
        Warnings("any: [\"previous version\", \"version before\", \"rollback to it\", \"reversion to it\"]").ShouldBe(
            [$"{GoodContent.Explain}:16:69: warning: Whatever “reversion to it” finds, “rollback to it” finds as well; remove it."]);

    /// <summary>“Log in” finds what “logged in” finds, but goes itself, and “login” does not find it.</summary>
    [Fact]
    public static void Each_needless_phrase_has_one_that_stays() =>
        Warnings("any: [\"previous version\", \"version before\", \"log in\", \"logged in\", \"login\"]").ShouldBe(
            [$"{GoodContent.Explain}:16:51: warning: Whatever “log in” finds, “login” finds as well; remove it."]);

    [Fact]
    public static void The_words_of_the_task_are_not_to_earn_half_of_the_pass_mark() =>
        ContentCheck.Run(GoodContent.Replace(GoodContent.Explain, "  Tell the support team what a rollback is.", "  It failed.\n\n  Tell the support team\n  to which previous version we go.")).Faults
            .ShouldHaveSingleItem().ToString().ShouldBe(
                $"{GoodContent.Explain}:6:9: warning: The words of the task alone earn half of the pass mark (previous-version by “previous version”); ask for more in these points, or put the task in other words.");

    [Theory]
    [InlineData("  The previous version ran for a year.\n\n  Tell the support team what a rollback is.")] // a fact to be passed on
    [InlineData("  Make this polite.\n\n  > Go back to the previous version!")] // a text to be mended
    public static void What_is_given_may_be_said_again(string prompt) =>
        ContentCheck.Run(GoodContent.Replace(GoodContent.Explain, "  Tell the support team what a rollback is.", prompt)).Faults.ShouldBeEmpty();

    private static IReadOnlyList<string> Warnings(string phrases) =>
        [.. ContentCheck.Run(GoodContent.Replace(GoodContent.Explain, Phrases, phrases)).Faults.Select(fault => fault.ToString())];
}
