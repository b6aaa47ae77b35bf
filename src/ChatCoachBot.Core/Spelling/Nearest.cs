namespace ChatCoachBot.Core.Spelling;

/// <summary>Finds what a person meant: the known word within a few typing slips of what was typed.</summary>
public static class Nearest
{
    /// <summary>The nearest candidate within one edit for every three letters typed (at least one); null when none is that close. Ties go to the first.</summary>
    public static string? To(string typed, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, typed.Length / 3);
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - typed.Length) <= limit)
            .Select(candidate => (Candidate: candidate, Edits: Edits(typed, candidate)))
            .Where(found => found.Edits <= limit)
            .OrderBy(found => found.Edits)
            .Select(found => found.Candidate)
            .FirstOrDefault();
    }

    /// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours (Damerau 1964).</summary>
    private static int Edits(string a, string b)
    {
        var (beforeLast, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, substitution);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
