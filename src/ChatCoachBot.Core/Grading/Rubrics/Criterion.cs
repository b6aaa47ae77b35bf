using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Grading.Rubrics;

/// <summary>
/// When a point is met or a misconception shown: one phrase of <c>any</c>, if there are some, and one of every group of <c>all</c>. Immutable.
/// </summary>
internal sealed class Criterion
{
    // Words further apart than this are shown by the longest part, not by half of the answer.
    private const int LongestEvidence = 160;

    private readonly PhraseMatcher[][] groups;

    private Criterion(PhraseMatcher[][] groups) => this.groups = groups;

    public IEnumerable<PhraseMatcher> Phrases => groups.SelectMany(group => group);

    /// <exception cref="FormatException">A phrase is not valid, or there is none.</exception>
    public static Criterion Compile(string owner, IReadOnlyList<string> any, IReadOnlyList<IReadOnlyList<string>> all, PhraseCompiler compiler)
    {
        var groups = new List<PhraseMatcher[]>();
        if (any.Count > 0)
            groups.Add(Compile(owner, any, compiler));
        foreach (var group in all)
            groups.Add(Compile(owner, group, compiler));
        return groups.Count > 0 ? new([.. groups]) : throw new FormatException($"{owner}: it needs key phrases in any or all.");
    }

    public Match? Find(Reading reading, MentionRule rule)
    {
        if (groups.Length == 1)
            return FindOne(groups[0], reading, rule);
        Match? whole = null;
        Match? negation = null;
        var isComplete = true;
        foreach (var group in groups)
        {
            if (FindOne(group, reading, rule) is not { } match)
            {
                isComplete = false;
                continue;
            }

            whole = whole is { } before ? Join(before, match) : match;
            if (match.Wording == Wording.Negation)
                negation = match;
        }

        if (isComplete)
            return whole;
        return negation is { } own ? FindBeside(reading, rule.Beside(own)) : null;
    }

    /// <summary>Marks the words of each phrase that alone fulfils this.</summary>
    public void Mark(Reading reading, MentionRule rule, TokenMarks mark)
    {
        if (groups is not [var only])
            return;
        foreach (var phrase in only)
        {
            if (phrase.Find(reading, rule) is not { } match)
                continue;
            foreach (ref var found in reading.Marks[match.First..match.After])
                found |= mark;
        }
    }

    private Match? FindBeside(Reading reading, MentionRule rule)
    {
        Match? whole = null;
        foreach (var group in groups)
        {
            if (FindOne(group, reading, rule) is not { } match)
                return null;
            whole = whole is { } before ? Join(before, match) : match;
        }

        return whole;
    }

    private static Match Join(in Match one, in Match other)
    {
        var joined = one.Join(other);
        if (joined.End - joined.Start <= LongestEvidence)
            return joined;
        return other.End - other.Start > one.End - one.Start ? other : one;
    }

    private static Match? FindOne(PhraseMatcher[] group, Reading reading, MentionRule rule)
    {
        Match? best = null;
        foreach (var phrase in group)
        {
            if (phrase.Find(reading, rule) is { } match && (best is not { } known || IsBetter(match, known)))
                best = match;
        }

        return best;
    }

    private static bool IsBetter(in Match match, in Match than) => match.Start != than.Start ? match.Start < than.Start : match.End > than.End;

    private static PhraseMatcher[] Compile(string owner, IReadOnlyList<string> phrases, PhraseCompiler compiler)
    {
        if (phrases.Count == 0)
            throw new FormatException($"{owner}: a group of key phrases is empty.");
        return [.. phrases.Select(text => Compile(owner, text, compiler))];
    }

    private static PhraseMatcher Compile(string owner, string text, PhraseCompiler compiler) =>
        KeyPhrase.TryParse(text, out var phrase, out var error) ? phrase.Compile(compiler) : throw new FormatException($"{owner}: {error}");
}
