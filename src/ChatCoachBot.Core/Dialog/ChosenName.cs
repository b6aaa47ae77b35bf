using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What a learner wants to be called before others.</summary>
internal static class ChosenName
{
    private const int Longest = 40;

    /// <summary>One line that reads the same wherever it stands: nothing in it breaks, hides or turns what comes next to it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? name)
    {
        name = text.Trim().Normalize();
        if (name.Length is > 0 and <= Longest && !name.EnumerateRunes().Any(IsUnseen) && name.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            return true;
        }

        name = null;
        return false;
    }

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
