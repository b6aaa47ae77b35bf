using System.Text.RegularExpressions;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>
/// How hard a text is to read, as the American school year that reads it with ease (Kincaid, Fishburne, Rogers and Chissom 1975). Syllables
/// are told from the letters, which is right for about nine words in ten.
/// </summary>
internal static partial class ReadingGrade
{
    /// <summary>What is learnt is no hurdle: a word of the glossary counts as an everyday word.</summary>
    private const int EverydaySyllables = 2;

    /// <param name="glossary">Words in lower case.</param>
    /// <returns>The grade, the number of words, and the words of the longest sentence.</returns>
    public static (double Grade, int Words, int LongestSentence) Of(string text, IReadOnlySet<string> glossary)
    {
        var sentences = SentenceEnd().Split(Code().Replace(text, " it ")).Select(sentence => Word().Count(sentence)).Where(words => words > 0).ToList();
        var words = Word().Matches(text);
        return words.Count == 0
            ? (0, 0, 0)
            : ((0.39 * words.Count / sentences.Count) + (11.8 * words.Sum(word => Syllables(word.Value, glossary)) / words.Count) - 15.59, words.Count, sentences.Max());
    }

    private static int Syllables(string word, IReadOnlySet<string> glossary)
    {
        var vowels = Vowels().Count(word);
        var syllables = Math.Max(1, vowels > 1 && SilentEnding().IsMatch(word) ? vowels - 1 : vowels);
        return syllables > EverydaySyllables && glossary.Contains(word.ToLowerInvariant()) ? EverydaySyllables : syllables;
    }

    [GeneratedRegex(@"[.!?:;]+(?=[\s""”)]|$)|\n\s*[-*•]|\n\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Vowels();

    [GeneratedRegex("([^l]e|[^dt]ed)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SilentEnding();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
