namespace ChatCoachBot.Core.Content.Schemas;

/// <summary>The word somebody probably meant.</summary>
internal static class NearestWord
{
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var nearest = known.Order(StringComparer.Ordinal).MinBy(word => Distance(typed, word));
        if (nearest is null)
            return null;
        var sharesStart = typed.Length >= 3 && nearest.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
        return sharesStart || Distance(typed, nearest) <= Math.Max(1, Math.Max(typed.Length, nearest.Length) / 3) ? nearest : null;
    }

    /// <summary>Edits between the two: a letter more, less or other, or two neighbours swapped. Case, '-', '_' and ' ' do not count.</summary>
    private static int Distance(string typed, string word)
    {
        var (a, b) = (Letters(typed), Letters(word));
        var rows = new int[3][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            rows[0][j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            var (row, above, aboveThat) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], aboveThat[j - 2] + 1);
            }
        }

        return rows[a.Length % 3][b.Length];
    }

    private static string Letters(string word) =>
        string.Concat((word.Length > 80 ? word[..80] : word).ToLowerInvariant().Split(['-', '_', ' ']));
}
