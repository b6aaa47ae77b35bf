using System.Collections.Frozen;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>Porter2, the English stemmer of the Snowball project (snowballstem.org/algorithms/english/stemmer.html).</summary>
internal static class Stemmer
{
    private const int Longest = 40;

    // Snowball's stemmers keep the word in fields.
    [ThreadStatic]
    private static EnglishStemmer? stemmer;

    // Words that Porter2 throws together with quite others, and the stem they get instead: "import" is not "important".
    private static readonly FrozenDictionary<string, string> Apart = Read(
        "several", "likely likelier likeliest", "important importance importantly", "executive executives", "customer customers",
        "author authors", "experiment experiments experimental experimented experimenting", "organ organs", "universe universal universally",
        "paste pastes pasted pasting", "yours", "wander wanders wandered wandering", "temper tempers tempered", "lately", "shortly", "hardly");

    /// <summary>The stem of a lower-case word; a word that is not plain letters is its own stem.</summary>
    public static string Stem(string word)
    {
        if (Apart.TryGetValue(word, out var apart))
            return apart;
        if (word.Length is < 3 or > Longest || !IsPlain(word))
            return word;
        stemmer ??= new();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    private static FrozenDictionary<string, string> Read(params ReadOnlySpan<string> families)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            var words = family.Split(' ');
            foreach (var word in words)
                stems.Add(word, words[0]);
        }

        return stems.ToFrozenDictionary(StringComparer.Ordinal);
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
