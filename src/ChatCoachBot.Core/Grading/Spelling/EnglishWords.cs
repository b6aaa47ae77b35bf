using System.IO.Compression;

namespace ChatCoachBot.Core.Grading.Spelling;

/// <summary>
/// Is it an English word? The list is SCOWL 2020.12.07 (words.LICENCE.txt): its lists english-, american-, british- and british_z-words up to
/// size 60, without capitals, apostrophes and accents, one word of two letters or more on a line, in ordinal order. It is loaded, about
/// 1 MB, with the first word that a rubric does not know.
/// </summary>
internal static class EnglishWords
{
    private static readonly Lazy<WordList> Words = new(Load);

    /// <param name="word">In lower case.</param>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        var (letters, starts) = Words.Value;
        var low = 0;
        var high = starts.Length - 2;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Compare(word, letters.AsSpan(starts[middle]..(starts[middle + 1] - 1)));
            if (order == 0)
                return true;
            if (order < 0)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return false;
    }

    private static int Compare(ReadOnlySpan<char> word, ReadOnlySpan<byte> known)
    {
        var shared = Math.Min(word.Length, known.Length);
        for (var i = 0; i < shared; i++)
        {
            if (word[i] != known[i])
                return word[i] - known[i];
        }

        return word.Length - known.Length;
    }

    // The core does no input or output; these streams read the assembly's own bytes.
#pragma warning disable RS0030
    private static WordList Load()
    {
        using var packed = typeof(EnglishWords).Assembly.GetManifestResourceStream("words.txt.gz")!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var copy = new System.IO.MemoryStream();
        unpacked.CopyTo(copy);
        var lines = copy.ToArray();
        var starts = new List<int> { 0 };
        for (var end = Array.IndexOf(lines, (byte)'\n'); end >= 0; end = Array.IndexOf(lines, (byte)'\n', end + 1))
            starts.Add(end + 1);
        return new(lines, [.. starts]);
    }
#pragma warning restore RS0030

    /// <param name="Letters">All words, in order, a line feed after each.</param>
    /// <param name="Starts">Where each begins, and where the list ends.</param>
    private sealed record WordList(byte[] Letters, int[] Starts);
}
