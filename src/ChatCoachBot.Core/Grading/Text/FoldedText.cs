using System.Text;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>
/// A text folded for comparison, with the way back: every folded character knows the UTF-16 range it came from. White space is
/// one blank, or one line feed where a paragraph or a list item begins. A buffer to be used again, by one thread.
/// </summary>
internal sealed class FoldedText
{
    private char[] cased = new char[1024];
    private char[] lower = new char[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];

    public int Length { get; private set; }

    /// <summary>Folded, with the case as typed.</summary>
    public ReadOnlySpan<char> Cased => cased.AsSpan(0, Length);

    /// <summary>Folded and in lower case; the same length as <see cref="Cased"/>.</summary>
    public ReadOnlySpan<char> Lower => lower.AsSpan(0, Length);

    public int StartOf(int at) => starts[at];

    public int EndOf(int at) => ends[at];

    public void Read(ReadOnlySpan<char> text)
    {
        Length = 0;
        var at = 0;
        if (ListItem.Starts(text, 0))
            at = ListItem.SkipMarker(text, 0);
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
                at = ReadWhiteSpace(text, at);
            else if (c < 0x80)
                at = ReadAscii(c, at);
            else
                at = ReadRune(text, at);
        }
    }

    private int ReadWhiteSpace(ReadOnlySpan<char> text, int from)
    {
        var at = from;
        var lines = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            if (text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n')))
                lines++;
            at++;
        }

        var item = lines > 0 && ListItem.Starts(text, at);
        Add(lines > 1 || item ? '\n' : ' ', from, at);
        return item ? ListItem.SkipMarker(text, at) : at;
    }

    private int ReadAscii(char c, int at)
    {
        if (!char.IsControl(c))
            Add(c, at, at + 1);
        return at + 1;
    }

    private int ReadRune(ReadOnlySpan<char> text, int at)
    {
        Rune.DecodeFromUtf16(text[at..], out var rune, out var consumed);
        var folded = RuneFold.Fold(rune);
        foreach (var c in folded)
            Add(c, at, at + consumed);

        // An accent written as a character of its own belongs to the letter before it.
        if (folded.Length == 0 && Length > 0 && ends[Length - 1] == at && Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark)
            ends[Length - 1] = at + consumed;
        return at + consumed;
    }

    private void Add(char c, int start, int end)
    {
        if (Length == cased.Length)
            Grow();
        cased[Length] = c;
        lower[Length] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c < 0x80 ? c : char.ToLowerInvariant(c);
        starts[Length] = start;
        ends[Length] = end;
        Length++;
    }

    private void Grow()
    {
        Array.Resize(ref cased, Length * 2);
        Array.Resize(ref lower, Length * 2);
        Array.Resize(ref starts, Length * 2);
        Array.Resize(ref ends, Length * 2);
    }
}
