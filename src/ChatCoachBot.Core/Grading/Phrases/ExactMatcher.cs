using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>Finds a text in its very case, standing as words of its own.</summary>
internal sealed class ExactMatcher(string text) : PhraseMatcher
{
    public override Match? Find(Reading reading, MentionRule rule)
    {
        var answer = reading.Text.Folded.Cased;
        for (var from = 0; from < answer.Length;)
        {
            var found = answer[from..].IndexOf(text, StringComparison.Ordinal);
            if (found < 0)
                return null;
            var start = from + found;
            var end = start + text.Length;
            if (IsBorder(answer, start) && IsBorder(answer, end) && reading.MatchOfText(start, end, Wording.Plain) is { } match && rule.Counts(reading, match))
                return match;
            from = start + 1;
        }

        return null;
    }

    private static bool IsBorder(ReadOnlySpan<char> answer, int at) =>
        at == 0 || at == answer.Length || !WordShape.IsWord(answer[at - 1]) || !WordShape.IsWord(answer[at]);
}
