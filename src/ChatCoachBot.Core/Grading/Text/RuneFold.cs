using System.Globalization;
using System.Text;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>
/// What one character is to the grader: Unicode compatibility form (NFKD, Unicode Standard Annex 15) without its accents.
/// Case is kept. An invisible character folds to nothing.
/// </summary>
internal static class RuneFold
{
    // A direct-mapped memo: answers repeat a few characters, and what a hostile answer invents only overwrites its slot.
    private static readonly Entry?[] Memo = new Entry?[1024];

    public static string Fold(Rune rune)
    {
        ref var slot = ref Memo[rune.Value & (Memo.Length - 1)];
        if (slot is { } known && known.Rune == rune.Value)
            return known.Folded;
        var folded = Compute(rune);
        slot = new(rune.Value, folded);
        return folded;
    }

    private static string Compute(Rune rune) => rune.Value switch
    {
        '‘' or '’' or '‛' or 'ʼ' or '′' or '´' or '＇' => "'",
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => "\"",
        '‐' or '‑' or '‒' or '–' or '−' or '﹣' or '－' => "-",
        '—' or '―' or '⸺' => "—",
        '⁄' or '∕' => "/",
        '。' or '．' or '｡' => ". ",
        '、' or '，' => ",",
        'ß' or 'ẞ' => "ss",
        'Æ' => "AE",
        'æ' => "ae",
        'Œ' => "OE",
        'œ' => "oe",
        'Ø' => "O",
        'ø' => "o",
        'Đ' or 'Ð' => "D",
        'đ' or 'ð' => "d",
        'Ł' => "L",
        'ł' => "l",
        'ı' => "i",
        _ => Decompose(rune),
    };

    private static string Decompose(Rune rune)
    {
        if (IsInvisible(Rune.GetUnicodeCategory(rune)) || IsNoCharacter(rune.Value))
            return "";
        var kept = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsInvisible(Rune.GetUnicodeCategory(part)))
                kept.Append(part.Value == 0x2044 ? "/" : part.ToString());
        }

        return kept.ToString();
    }

    private static bool IsInvisible(UnicodeCategory category) => category
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control;

    // Code points that will never be characters (Unicode Standard, section 23.7); not every library can normalise them.
    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    private sealed record Entry(int Rune, string Folded);
}
