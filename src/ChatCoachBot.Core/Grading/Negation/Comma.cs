using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>A comma ends what a negation reaches, unless it only separates the items of a list: "not lost, repeated or reordered".</summary>
internal static class Comma
{
    private const int ListLooksAhead = 5;

    /// <param name="at">The token after the comma.</param>
    public static bool Ends(ReadOnlySpan<Token> tokens, in Cue cue, int at)
    {
        if (tokens[at].Role is Role.Or or Role.Nor)
            return false;
        if (tokens[at].Role is not (Role.To or Role.Of or Role.Than or Role.Preposition) && tokens[at].Role.IsGrammar())
            return true;
        if (tokens[at].Role.IsNegating() || OpensSentence(tokens, cue))
            return true;

        for (var i = at; i < at + ListLooksAhead && !tokens[i].IsEnd; i++)
        {
            if (tokens[i].Role is Role.Or or Role.Nor)
                return false;
        }

        return true;
    }

    // "Without a leader, replicas converge."
    public static bool OpensSentence(ReadOnlySpan<Token> tokens, in Cue cue) =>
        cue.Kind == Reaching.Phrase && (cue.At == 0 || tokens[cue.At - 1].IsEnd);
}
