namespace ChatCoachBot.Core.Spelling;

/// <summary>Finds what a person meant: the known word within a few typing slips of what was typed.</summary>
public static class Nearest
{
    /// <summary>Longer words are compared by their beginnings.</summary>
    private const int Longest = 80;

    private const int ShortestStart = 3;

    /// <summary>
    /// The nearest candidate within one edit for every three letters (at least one), or that begins with what was typed; null when
    /// there is none. Case, hyphens, underscores and spaces do not count. Ties go to the first.
    /// </summary>
    public static string? To(string typed, IEnumerable<string> candidates)
    {
        var letters = Letters(typed);
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var known = Letters(candidate);
            var limit = Math.Max(1, Math.Max(letters.Length, known.Length) / 3);
            var edits = EditDistance.Between(letters, known, limit);
            if (edits > limit && letters.Length >= ShortestStart && known.StartsWith(letters, StringComparison.Ordinal))
            {
                edits = limit;
            }

            if (edits <= limit && edits < fewest)
            {
                (nearest, fewest) = (candidate, edits);
            }
        }

        return nearest;
    }

    private static string Letters(string word) =>
        string.Concat((word.Length > Longest ? word[..Longest] : word).ToLowerInvariant().Split(['-', '_', ' ']));
}
