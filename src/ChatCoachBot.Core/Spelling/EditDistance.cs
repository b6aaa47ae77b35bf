namespace ChatCoachBot.Core.Spelling;

/// <summary>
/// Damerau's distance in its restricted form: a letter added, dropped or changed, or two neighbours swapped, is one edit
/// (Damerau 1964, "A technique for computer detection and correction of spelling errors").
/// </summary>
internal static class EditDistance
{
    public const int ShortestForOne = 5;

    private const int ShortestForTwo = 9;

    /// <summary>The edits that a word of this length forgives.</summary>
    public static int Allowed(int length) => length >= ShortestForTwo ? 2 : length >= ShortestForOne ? 1 : 0;

    /// <returns>The edits between the two words, or <paramref name="most"/> + 1 when there are more.</returns>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
            return most + 1;
        Span<int> rows = stackalloc int[3 * (right.Length + 1)];
        var width = right.Length + 1;
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    edits = Math.Min(edits, before[j - 2] + 1);
                current[j] = edits;
                best = Math.Min(best, edits);
            }

            if (best > most)
                return most + 1;
            var freed = before;
            before = previous;
            previous = current;
            current = freed;
        }

        return Math.Min(previous[^1], most + 1);
    }
}
