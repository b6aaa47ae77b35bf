using System.Text.RegularExpressions;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>Finds a regular expression in the folded answer, one sentence at a time.</summary>
/// <param name="regex">Built with the first answer: building a linear one takes longer than compiling the rest of a rubric.</param>
internal sealed class PatternMatcher(Lazy<Regex> regex) : PhraseMatcher
{
    public override Match? Find(Reading reading, MentionRule rule)
    {
        var tokens = reading.Text.Tokens;
        var first = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!tokens[at].IsEnd)
                continue;
            if (at > first && FindIn(reading, rule, tokens[first].FoldStart, tokens[at - 1].FoldEnd) is { } match)
                return match;
            first = at + 1;
        }

        return null;
    }

    private Match? FindIn(Reading reading, MentionRule rule, int start, int end)
    {
        foreach (var found in regex.Value.EnumerateMatches(reading.Text.Folded.Cased[start..end]))
        {
            var from = start + found.Index;
            if (found.Length > 0 && reading.MatchOfText(from, from + found.Length, Wording.Pattern) is { } match && rule.Counts(reading, match))
                return match;
        }

        return null;
    }
}
