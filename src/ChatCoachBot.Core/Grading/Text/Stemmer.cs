using Lucene.Net.Tartarus.Snowball.Ext;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>Porter2, the English stemmer of the Snowball project (snowballstem.org/algorithms/english/stemmer.html).</summary>
internal static class Stemmer
{
    private const int Longest = 40;

    // Snowball's stemmers keep the word in fields.
    [ThreadStatic]
    private static EnglishStemmer? stemmer;

    /// <summary>The stem of a lower-case word; a word that is not plain letters is its own stem.</summary>
    public static string Stem(string word)
    {
        if (word.Length is < 3 or > Longest || !IsPlain(word))
            return word;
        stemmer ??= new();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    private static bool IsPlain(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
                return false;
        }

        return true;
    }
}
