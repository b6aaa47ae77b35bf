namespace ChatCoachBot.Core.Grading.Text;

/// <summary>Where a word begins and ends in folded lower-case text: C#, C++, .NET, e.g., 10,000 and T1566.001 are words.</summary>
internal static class WordShape
{
    // "Stored.then" ends a sentence, "order.placed" is a name: after a dot without a blank, these words begin a sentence.
    private static readonly string[] SentenceStarts =
    [
        "the", "it", "then", "this", "they", "we", "you", "a", "an", "when", "if", "so", "but", "and", "once", "each", "every", "all", "no", "in", "for", "to",
        "that", "these", "those", "there", "our", "however", "after", "before", "because", "as", "also", "therefore", "not", "instead", "without",
        "i", "he", "she", "its",
    ];

    private static readonly string[] DotWords =
        [".net", ".env", ".json", ".yaml", ".yml", ".xml", ".csv", ".cs", ".csproj", ".js", ".ts", ".py", ".exe", ".dll"];

    private static readonly string[] Abbreviated = ["vs", "approx", "incl", "cf", "fig", "dr", "mr", "mrs", "ms", "resp"];

    public static bool IsWord(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    /// <summary>".NET" after a blank: a dot that begins a word.</summary>
    public static bool StartsDotWord(ReadOnlySpan<char> text, int at)
    {
        if (text[at] != '.' || (at > 0 && (IsWord(text[at - 1]) || text[at - 1] == '.')))
            return false;
        var length = 1 + Run(text[(at + 1)..]);
        foreach (var word in DotWords)
        {
            if (text.Slice(at, length).SequenceEqual(word))
                return true;
        }

        return false;
    }

    /// <summary>The length of the word at the start of <paramref name="text"/>.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = text[0] == '.' ? 1 : Dotted(text);
        if (length > 1)
            return length;
        while (true)
        {
            length += Run(text[length..]);
            var rest = text[length..];
            if (rest.Length > 1 && IsWord(rest[1]) && Holds(text[length - 1], rest))
                length += 2;
            else
                return length + Suffix(text[..length], rest);
        }
    }

    /// <summary>"e.g" and "u.s.a": single letters with dots between them.</summary>
    public static bool IsDotted(ReadOnlySpan<char> word) => word.Length >= 3 && word[1] == '.' && char.IsAsciiLetter(word[0]);

    /// <summary>"vs.": the dot belongs to the word and ends no sentence.</summary>
    public static bool TakesDot(ReadOnlySpan<char> word) => IsOneOf(Abbreviated, word);

    public static bool StartsSentence(ReadOnlySpan<char> text) => IsOneOf(SentenceStarts, text[..Run(text)]);

    private static bool IsOneOf(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var candidate in words)
        {
            if (word.SequenceEqual(candidate))
                return true;
        }

        return false;
    }

    private static int Run(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsWord(text[length]))
            length++;
        return length;
    }

    private static int Dotted(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length + 1 < text.Length && text[length] == '.' && char.IsAsciiLetter(text[length - 1]) && char.IsAsciiLetter(text[length + 1]) &&
            (length + 2 == text.Length || !IsWord(text[length + 2])))
        {
            length += 2;
        }

        return length;
    }

    // An apostrophe between letters, a dot between digits, a comma between thousands.
    private static bool Holds(char before, ReadOnlySpan<char> rest) => rest[0] switch
    {
        '\'' => !char.IsAsciiDigit(before) && !char.IsAsciiDigit(rest[1]),
        '.' => char.IsAsciiDigit(before) && char.IsAsciiDigit(rest[1]),
        ',' => char.IsAsciiDigit(before) && rest.Length >= 4 && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]) && char.IsAsciiDigit(rest[3]) &&
            (rest.Length == 4 || !IsWord(rest[4])),
        _ => false,
    };

    // C#, F# and C++.
    private static int Suffix(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("++") && char.IsAsciiLetter(word[^1]))
            return 2;
        return word.Length == 1 && rest.StartsWith("#") && char.IsAsciiLetter(word[0]) ? 1 : 0;
    }
}
