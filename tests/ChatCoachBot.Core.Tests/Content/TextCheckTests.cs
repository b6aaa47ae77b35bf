using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>What <c>content check</c> says of the English that learners read.</summary>
public static class TextCheckTests
{
    private const string Missed = "missed: Say where it goes back to.";
    private const string At = GoodContent.Explain + ":18:15: warning: ";

    [Theory]
    [InlineData("Say wehre it goes back to.", "No dictionary has “wehre”; did you mean “where”? A word of the trade goes into 'words' in path.yaml.")]
    [InlineData("Say where it goes bakc to.", "No dictionary has “bakc”; did you mean “back”? A word of the trade goes into 'words' in path.yaml.")]
    [InlineData("Teh version counts.", "No dictionary has “Teh”; did you mean “the”? A word of the trade goes into 'words' in path.yaml.")]
    [InlineData("Say what the qwrtzuiop does.", "No dictionary has “qwrtzuiop”; if it is a word of the trade, add it to 'words' in path.yaml.")]
    public static void A_word_that_no_dictionary_has_is_named(string text, string message) =>
        Warnings(text).ShouldBe([At + message]);

    [Theory]
    [InlineData("Don’t say it’s gone; you’d better not, at 5 o'clock.")]
    [InlineData("Ask Bernd, or Bernd's team, and Imani.")] // a capital inside a sentence is a name
    [InlineData("It starts `svchst.exe` on DB-07, x86 and 10.0.0.1, with OrderPlaced from #schmas or a@exmpl.org.")]
    [InlineData("The canary's rollbacks had the -ing form.")] // what the glossary has, in any form
    [InlineData("Say idempotently what is idempotent.", "idempotent")] // what the path accepts, in any form
    public static void What_is_right_is_left_alone(string text, string words = "none") =>
        ContentCheck.Run([.. GoodContent.Replace(GoodContent.Explain, Missed, $"missed: \"{text}\"").Where(file => file.Name != GoodContent.Path),
            new ContentFile(GoodContent.Path, GoodContent.Files.Single(file => file.Name == GoodContent.Path).Text + $"words: [{words}]\n")]).Faults.ShouldBeEmpty();

    [Theory]
    [InlineData(GoodContent.Choice, "text: We are rollbacking the release.", "text: We are rolbacking teh release.")] // the wrong option
    [InlineData(GoodContent.Explain, "{answer: It will delete all data.", "{answer: It wil delete all data.")] // a learner's slip
    [InlineData(GoodContent.Explain, "  Tell the support team what a rollback is.", "  Tell the support team what a rollback is.\n  > Teh relese is bad!")] // a text to mend
    public static void What_may_be_wrong_on_purpose_is_left_alone(string file, string part, string with) =>
        ContentCheck.Run(GoodContent.Replace(file, part, with)).Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("The colour of the center is grey.", "This path writes British English, and “center” is not: write “centre”.")]
    [InlineData("The color of the center is grey.", "This path writes American English, and “grey” is not: write “gray”.")]
    public static void British_and_american_are_not_mixed(string text, string message) => Warnings(text).ShouldBe([At + message]);

    [Theory]
    [InlineData("The catalogue is cancelled in the laboratory.")]
    [InlineData("The catalog is canceled in the laboratory.")]
    public static void Either_is_fine(string text) => Warnings(text).ShouldBeEmpty();

    [Fact]
    public static void A_text_above_the_paths_level_is_named_with_its_longest_sentence() =>
        Warnings("Considering organisational responsibilities, communicate unambiguously which previously operational configuration subsequently becomes authoritative "
            + "following administrative intervention, including applicable notification obligations towards international subsidiaries, regulatory institutions and contractual intermediaries everywhere and always.")
            .ShouldHaveSingleItem().ShouldMatch("^" + At + @"This is hard to read for B2 \(grade 4\d\.\d, where 13 is the most\); divide the sentence of 30 words, or choose shorter ones\.$");

    [Fact]
    public static void Many_short_sentences_are_easy() =>
        Warnings(string.Join(' ', Enumerable.Repeat("Say what was there before. Then say what is there now.", 10))).ShouldBeEmpty();

    private static IReadOnlyList<string> Warnings(string text) =>
        [.. ContentCheck.Run(GoodContent.Replace(GoodContent.Explain, Missed, $"missed: {text}")).Faults.Select(fault => fault.ToString())];
}
