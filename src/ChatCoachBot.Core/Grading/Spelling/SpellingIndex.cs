using System.Numerics;
using ChatCoachBot.Core.Grading.Text;
using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Grading.Spelling;

/// <summary>The words of a rubric by length and letters, to find the one that a misspelt word stands for. Immutable.</summary>
internal sealed class SpellingIndex
{
    private const int Longest = 40;

    // A word and its opposite are never one another's misspelling.
    private static readonly string[] Opposites =
        ["a", "un", "in", "im", "ir", "il", "non", "dis", "de", "re", "pre", "mis", "anti", "co", "sub", "bi", "up", "ex"];

    private readonly Entry[][] byLength;

    public SpellingIndex(IEnumerable<KnownWord> words)
    {
        var lists = new List<Entry>[Longest + 1];
        foreach (var word in words)
        {
            if (word.Form.Length is >= EditDistance.ShortestForOne and <= Longest)
                (lists[word.Form.Length] ??= []).Add(new(Letters(word.Form), word));
        }

        byLength = [.. lists.Select(list => list?.ToArray() ?? [])];
    }

    /// <summary>The nearest word within the allowed edits, or null. Of two equally near, the one that came first in the rubric.</summary>
    public KnownWord? Nearest(Lexeme typed)
    {
        var form = typed.Form;
        if (form.Length is < EditDistance.ShortestForOne - 1 or > Longest - 2 || typed.Role.IsGrammar())
            return null;
        if (typed.IsEnglish)
            return null;
        KnownWord? nearest = null;
        var fewest = 3;
        var letters = Letters(form);
        for (var length = Math.Max(EditDistance.ShortestForOne, form.Length - 2); length <= form.Length + 2; length++)
        {
            var allowed = EditDistance.Allowed(length);
            if (Math.Abs(length - form.Length) > allowed)
                continue;
            foreach (var entry in byLength[length])
            {
                if (BitOperations.PopCount(letters ^ entry.Letters) > 2 * allowed)
                    continue;
                var edits = EditDistance.Between(form, entry.Word.Form, Math.Min(allowed, fewest));

                // A form of the word that no dictionary confirms, "partitioner", is no misspelling of another one.
                if (edits == 0)
                    return null;
                if (edits <= allowed && (edits < fewest || (edits == fewest && entry.Word.Order < nearest!.Order)) && IsMeant(form, entry.Word))
                    (nearest, fewest) = (entry.Word, edits);
            }
        }

        return nearest;
    }

    private static bool IsMeant(string typed, KnownWord word) => !IsOpposite(typed, word.Form) && word.IsWord;

    private static bool IsOpposite(string one, string other)
    {
        var (longer, shorter) = one.Length > other.Length ? (one, other) : (other, one);
        return longer.EndsWith(shorter, StringComparison.Ordinal) && Opposites.Contains(longer[..^shorter.Length]);
    }

    // Two bits for each letter: whether it is there, and whether it is there again. An edit changes two of them at most.
    private static ulong Letters(string word)
    {
        var letters = 0UL;
        foreach (var c in word)
        {
            var bit = 1UL << ((c & 31) * 2);
            letters |= (letters & bit) == 0 ? bit : bit << 1;
        }

        return letters;
    }

    private readonly record struct Entry(ulong Letters, KnownWord Word);
}
