using ChatCoachBot.Core.Grading.Spelling;

namespace ChatCoachBot.Core.Spelling;

/// <summary>The English word that a misspelt one may stand for.</summary>
internal static class NearWord
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>One slip away: two letters swapped, one too many, one missing, or another one; null when there is none.</summary>
    public static string? Of(string word) => Slips(word).FirstOrDefault(near => EnglishWords.Contains(near));

    private static IEnumerable<string> Slips(string word)
    {
        for (var i = 0; i + 1 < word.Length; i++)
            yield return $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}";
        for (var i = 0; i < word.Length; i++)
            yield return word.Remove(i, 1);
        for (var i = 0; i <= word.Length; i++)
        {
            foreach (var letter in Letters)
                yield return $"{word[..i]}{letter}{word[i..]}";
        }

        for (var i = 0; i < word.Length; i++)
        {
            foreach (var letter in Letters)
                yield return $"{word[..i]}{letter}{word[(i + 1)..]}";
        }
    }
}
