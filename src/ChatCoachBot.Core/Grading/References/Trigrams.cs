using System.Runtime.InteropServices;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.References;

/// <summary>How often each three characters in a row stand in a text, with one blank between words. Words that look alike share most of theirs.</summary>
internal sealed class Trigrams
{
    private const long LastThree = 0xFFFF_FFFF_FFFF;

    private readonly Dictionary<long, int> counts = [];
    private readonly double length;

    public Trigrams(ReadOnlySpan<char> text)
    {
        long window = ' ';
        foreach (var c in text)
            window = Add(window, WordShape.IsWord(c) ? c : ' ');
        Add(window, ' ');
        length = Math.Sqrt(counts.Values.Sum(count => (double)count * count));
    }

    /// <summary>The cosine between two texts: 0 with nothing in common, 1 for the same text.</summary>
    public double Cosine(Trigrams other)
    {
        var (fewer, more) = counts.Count < other.counts.Count ? (counts, other.counts) : (other.counts, counts);
        var product = 0.0;
        foreach (var (trigram, count) in fewer)
            product += (double)count * more.GetValueOrDefault(trigram);
        return product == 0 ? 0 : product / (length * other.length);
    }

    private long Add(long window, char c)
    {
        if (c == ' ' && (char)window == ' ')
            return window;
        window = ((window << 16) | c) & LastThree;

        // Shorter ones stand only at the very start.
        if (window > uint.MaxValue)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, window, out _)++;
        return window;
    }
}
