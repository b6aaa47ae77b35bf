using System.IO.Compression;
using System.Text;

namespace ChatCoachBot.Core.Grading.Spelling;

/// <summary>
/// Is it an English word? SCOWL to size 60, American and British, in lower case without names (words.LICENCE.txt). Loaded, about
/// 0.8 MB, when the first possible misspelling turns up.
/// </summary>
internal static class EnglishWords
{
    private static readonly Lazy<byte[]> Lines = new(Load);

    public static bool IsLoaded => Lines.IsValueCreated;

    /// <param name="word">In lower case.</param>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<byte> lines = Lines.Value;
        var low = 0;
        var high = lines.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var start = lines[..middle].LastIndexOf((byte)'\n') + 1;
            var line = lines[start..];
            line = line[..line.IndexOf((byte)'\n')];
            var order = Compare(word, line);
            if (order == 0)
                return true;
            if (order < 0)
                high = start;
            else
                low = start + line.Length + 1;
        }

        return false;
    }

    private static int Compare(ReadOnlySpan<char> word, ReadOnlySpan<byte> line)
    {
        var shared = Math.Min(word.Length, line.Length);
        for (var i = 0; i < shared; i++)
        {
            if (word[i] != line[i])
                return word[i] - line[i];
        }

        return word.Length - line.Length;
    }

    // The core does no input or output; these streams read the assembly's own bytes.
#pragma warning disable RS0030
    private static byte[] Load()
    {
        using var packed = typeof(EnglishWords).Assembly.GetManifestResourceStream("words.txt.gz")!;
        using var lines = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new System.IO.StreamReader(lines, Encoding.ASCII);
        return Encoding.ASCII.GetBytes(reader.ReadToEnd());
    }
#pragma warning restore RS0030
}
