using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Gaps;

/// <summary>Splits "raise, backward" into its parts: at numbers ("1. raise 2. backward"), line ends, commas and the like, or blanks.</summary>
internal static class GapParts
{
    // The first that gives as many parts as there are gaps is the one meant.
    private static readonly string[][] Separators =
        [["\n"], [";"], ["|"], [","], ["/"], [" and "], [",", " and "], ["\n", ";", "|", ",", "/", " and "], [" ", "\n", "\t", ","]];

    private static readonly string[] Likeliest = ["\n", ";", "|", ",", "/"];

    /// <returns>Ranges of the answer, in its own order; fewer or more than wanted when it does not come out even.</returns>
    public static IReadOnlyList<Range> Split(string answer, int wanted)
    {
        var whole = Trim(answer, 0, answer.Length);
        if (wanted == 1)
            return whole is { } only ? [only] : [];
        if (Numbered(answer, wanted) is { } numbered)
            return numbered;
        foreach (var separators in Separators)
        {
            var parts = Split(answer, separators);
            if (parts.Count == wanted)
                return parts;
        }

        foreach (var separator in Likeliest)
        {
            var parts = Split(answer, [separator]);
            if (parts.Count > 1)
                return parts;
        }

        return Split(answer, ["\n", ";", "|", ",", "/", " and "]);
    }

    private static List<Range> Split(string answer, string[] separators)
    {
        var parts = new List<Range>();
        var start = 0;
        for (var at = 0; at <= answer.Length; at++)
        {
            var length = at == answer.Length ? 1 : SeparatorAt(answer, at, separators);
            if (length == 0)
                continue;
            if (Trim(answer, start, at) is { } part)
                parts.Add(part);
            start = at + length;
            at = start - 1;
        }

        return parts;
    }

    private static int SeparatorAt(string answer, int at, string[] separators)
    {
        foreach (var separator in separators)
        {
            if (string.Compare(answer, at, separator, 0, separator.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return separator.Length;
        }

        return 0;
    }

    private static List<Range>? Numbered(string answer, int wanted)
    {
        var parts = new List<Range>();
        var at = MarkerAt(answer, 0, 1);
        for (var number = 1; number <= wanted; number++)
        {
            if (at < 0)
                return null;
            var start = answer.AsSpan(at).IndexOfAny(".):") + at + 1;
            at = number == wanted ? answer.Length : MarkerAt(answer, start, number + 1);
            if (at < 0 || Trim(answer, start, at) is not { } part)
                return null;
            parts.Add(part);
        }

        return parts;
    }

    private static int MarkerAt(string answer, int from, int number)
    {
        for (var at = from; at + 1 < answer.Length; at++)
        {
            if (answer[at] - '0' == number && answer[at + 1] is '.' or ')' or ':' && (at == 0 || !WordShape.IsWord(answer[at - 1])))
                return at;
        }

        return -1;
    }

    // Without blanks, quotes, end marks, and an "and" left over from ", and ".
    private static Range? Trim(string answer, int start, int end)
    {
        while (start < end && IsTrimmed(answer[start]))
            start++;
        while (start < end && IsTrimmed(answer[end - 1]) && answer[end - 1] != '+')
            end--;
        if (string.Compare(answer, start, "and ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 && end - start > 4)
            start += 4;
        return start < end ? start..end : null;
    }

    private static bool IsTrimmed(char c) =>
        char.IsWhiteSpace(c) || c is ',' or ';' or '"' or '“' or '”' or '\'' or '‘' or '’' or '`' or '_' or '!' or '?' or '(' or ')' or ':';
}
