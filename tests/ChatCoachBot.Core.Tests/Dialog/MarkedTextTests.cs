using ChatCoachBot.Core.Dialog.Replies;
using CsCheck;

namespace ChatCoachBot.Core.Tests.Dialog;

public sealed class MarkedTextTests
{
    /// <summary>What is stressed stands between angle brackets, what is code between square ones.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("Nothing is marked.", "Nothing is marked.")]
    [InlineData("*replay*", "<replay>")]
    [InlineData("Use *event storming* with a verb.", "Use <event storming> with a verb.")]
    [InlineData("Use *deduplication* (or *deduplicate*), please.", "Use <deduplication> (or <deduplicate>), please.")]
    [InlineData("“*then*”, *after*; *Really?*", "“<then>”, <after>; <Really?>")]
    [InlineData("*“contained”*", "<“contained”>")]
    [InlineData("*A* and *B*", "<A> and <B>")]
    [InlineData("*één* woord", "<één> woord")]
    [InlineData("2 * 3 is 6, and 2*3 too", "2 * 3 is 6, and 2*3 too")]
    [InlineData("a*b*c", "a*b*c")]
    [InlineData("3 * 4 * 5", "3 * 4 * 5")]
    [InlineData("*.log and *.txt", "*.log and *.txt")]
    [InlineData("(*.log,*.txt)", "(*.log,*.txt)")]
    [InlineData("SELECT * FROM x WHERE y = *", "SELECT * FROM x WHERE y = *")]
    [InlineData("* an item", "* an item")]
    [InlineData("one * lone", "one * lone")]
    [InlineData("*not closed", "*not closed")]
    [InlineData("not opened*", "not opened*")]
    [InlineData("**twice**", "**twice**")]
    [InlineData("* spaced *", "* spaced *")]
    [InlineData("*to the end *", "*to the end *")]
    [InlineData("*over\nlines*", "*over\nlines*")]
    [InlineData("*a *b*", "*a <b>")]
    [InlineData("Call `find` twice", "Call [find] twice")]
    [InlineData("`a * b` and `*x*`", "[a * b] and [*x*]")]
    [InlineData("*use `x` here*", "*use [x] here*")]
    [InlineData("a lone ` backtick", "a lone ` backtick")]
    [InlineData("two `` together", "two `` together")]
    [InlineData("`over\nlines`", "`over\nlines`")]
    [InlineData("`a` *b* `c`", "[a] <b> [c]")]
    [InlineData("<b>*x*</b>", "<b><x></b>")]
    public void What_is_stressed_what_is_code_and_what_stays(string text, string parts) => Show(text).ShouldBe(parts);

    [Fact]
    public void No_letter_is_ever_lost_and_the_parts_are_never_empty() =>
        Gen.String[Gen.OneOf(Gen.Char["ab *`\n(.,_é"]), 0, 40].Sample(text =>
        {
            string.Concat(MarkedText.Parts(text).Select(part => part.Look switch
            {
                Look.Stressed => $"*{part.Text}*",
                Look.Code => $"`{part.Text}`",
                _ => part.Text,
            })).ShouldBe(text);
            MarkedText.Parts(text).ShouldAllBe(part => part.Text.Length > 0 || text.Length == 0);
        });

    [Fact]
    public void Where_no_word_can_look_different_the_asterisks_are_left_out() =>
        MarkedText.Unstressed("Use *replay* and `offset`: 2 * 3.").ShouldBe("Use replay and `offset`: 2 * 3.");

    private static string Show(string text) => string.Concat(MarkedText.Parts(text).Select(part => part.Look switch
    {
        Look.Stressed => $"<{part.Text}>",
        Look.Code => $"[{part.Text}]",
        _ => part.Text,
    }));
}
