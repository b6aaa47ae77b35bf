using ChatCoachBot.OwnData;

namespace ChatCoachBot.Tests.OwnData;

/// <summary>What a spreadsheet would run gets an apostrophe, and nothing else does.</summary>
public static class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    [InlineData("\0=1")]
    [InlineData("  =1")]
    [InlineData("\u00A0=1")]
    [InlineData("＝1")]
    [InlineData("-")]
    [InlineData("- a list\n- of answers")]
    public static void What_could_begin_a_formula_is_text(string cell) => FormulaGuard.Of(cell).ShouldBe("'" + cell);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\"")]
    [InlineData("1-1")]
    [InlineData("It = that.")]
    [InlineData("'=1")]
    [InlineData("ada@example.com")]
    [InlineData("2026-11-23 08:45:00")]
    public static void Anything_else_stays_as_it_is(string cell) => FormulaGuard.Of(cell).ShouldBe(cell);
}
