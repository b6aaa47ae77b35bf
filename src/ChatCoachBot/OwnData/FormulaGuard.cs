using System.Buffers;

namespace ChatCoachBot.OwnData;

/// <summary>
/// Keeps spreadsheets from running what somebody wrote: a cell that could begin a formula gets an apostrophe in front
/// (owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal static class FormulaGuard
{
    private static readonly SearchValues<char> Begins = SearchValues.Create("=+-@\t\r\n\0＝＋－＠");

    /// <summary>Blanks are looked behind: some programs cut them off.</summary>
    public static string Of(string cell) =>
        (cell.Length > 0 && Begins.Contains(cell[0])) || (cell.AsSpan().TrimStart() is [var first, ..] && Begins.Contains(first)) ? "'" + cell : cell;
}
