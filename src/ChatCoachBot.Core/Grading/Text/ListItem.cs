namespace ChatCoachBot.Core.Grading.Text;

/// <summary>The markers that begin a list item on a line of its own: a bullet, <c>1.</c>, <c>2)</c>.</summary>
internal static class ListItem
{
    private const string Bullets = "-*+•‣◦▪●·–—";

    public static bool Starts(ReadOnlySpan<char> text, int at) => MarkerLength(text[at..]) > 0;

    public static int SkipMarker(ReadOnlySpan<char> text, int at) => at + MarkerLength(text[at..]);

    private static int MarkerLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        if (line.Length > 0 && Bullets.Contains(line[0]))
        {
            length = 1;
        }
        else
        {
            while (length < 2 && length < line.Length && char.IsAsciiDigit(line[length]))
                length++;
            if (length == 0 || length == line.Length || line[length] is not ('.' or ')'))
                return 0;
            length++;
        }

        return length < line.Length && char.IsWhiteSpace(line[length]) ? length : 0;
    }
}
