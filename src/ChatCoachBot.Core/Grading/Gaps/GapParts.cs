using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Gaps;

/// <summary>
/// Splits "raise, backward" into its parts: at numbers ("1. raise 2. backward"), line ends, commas and the like, or blanks. A part left
/// empty keeps its place: "fell, , drain".
/// </summary>
internal static class GapParts
{
    // The first that gives as many parts as there are gaps is the one meant.
    private static readonly string[][] Separators =
        [["\n"], [";"], ["|"], [","], ["/"]];

    private static readonly string[][] LooseSeparators =
        [[" and "], [",", " and "], ["\n", ";", "|", ",", "/", " and "], [" ", "\n", "\t", ","]];

    /// <returns>Ranges of the answer, in its own order, null for one left empty; fewer or more than wanted when it does not come out even.</returns>
    public static IReadOnlyList<Range?> Split(string answer, int wanted)
    {
        var whole = Trim(answer, 0, answer.Length);
        if (wanted == 1)
            return whole is null ? [] : [whole];
        if (Numbered(answer, wanted) is { } numbered)
            return numbered;
        return Even(answer, wanted, Separators) ?? EvenWithEmpty(answer, wanted) ?? Even(answer, wanted, LooseSeparators) ?? Uneven(answer);
    }

    private static List<Range?>? Even(string answer, int wanted, string[][] choices)
    {
        foreach (var separators in choices)
        {
            var parts = Filled(Split(answer, separators));
            if (parts.Count == wanted)
                return parts;
        }

        return null;
    }

    private static List<Range?>? EvenWithEmpty(string answer, int wanted)
    {
        foreach (var separators in Separators)
        {
            var parts = Split(answer, separators);
            if (parts.Count == wanted && Filled(parts).Count > 0)
                return parts;
        }

        return null;
    }

    private static List<Range?> Uneven(string answer)
    {
        foreach (var separators in Separators)
        {
            var parts = Split(answer, separators);
            while (parts is [.., null])
                parts.RemoveAt(parts.Count - 1);
            if (Filled(parts).Count > 1)
                return parts;
        }

        return Filled(Split(answer, LooseSeparators[2]));
    }

    private static List<Range?> Filled(List<Range?> parts) => parts.FindAll(part => part is not null);

    private static List<Range?> Split(string answer, string[] separators)
    {
        var parts = new List<Range?>();
        var start = 0;
        for (var at = 0; at <= answer.Length; at++)
        {
            var length = at == answer.Length ? 1 : SeparatorAt(answer, at, separators);
            if (length == 0)
                continue;
            parts.Add(Trim(answer, start, at));
            start = at + length;
            at = start - 1;
        }

        return parts;
    }

    private static int SeparatorAt(string answer, int at, string[] separators)
    {
        // The comma of "40,000" separates nothing.
        if (answer[at] == ',' && at > 0 && at + 1 < answer.Length && char.IsAsciiDigit(answer[at - 1]) && char.IsAsciiDigit(answer[at + 1]))
            return 0;
        foreach (var separator in separators)
        {
            if (string.Compare(answer, at, separator, 0, separator.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return separator.Length;
        }

        return 0;
    }

    private static List<Range?>? Numbered(string answer, int wanted)
    {
        var parts = new List<Range?>();
        var at = MarkerAt(answer, 0, 1);
        for (var number = 1; number <= wanted; number++)
        {
            if (at < 0)
                return null;
            var start = answer.AsSpan(at).IndexOfAny(".):") + at + 1;
            at = number == wanted ? answer.Length : MarkerAt(answer, start, number + 1);
            if (at < 0)
                return null;
            parts.Add(Trim(answer, start, at));
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
