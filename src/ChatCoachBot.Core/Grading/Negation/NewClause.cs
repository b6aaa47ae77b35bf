using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>
/// Where a new clause begins without a comma, as learners often write: "a message that can't be processed | is moved", "if a message
/// is not confirmed | it is sent again", "when it cannot reach a node | the broker waits".
/// </summary>
internal static class NewClause
{
    private const int LooksBack = 6;

    /// <returns>The first token of a clause that shows itself at <paramref name="at"/>, or null.</returns>
    public static int? StartAt(ReadOnlySpan<Token> tokens, in Cue cue, int at)
    {
        if (at <= cue.From || !IsContent(tokens[at - 1]) || TakesClause(tokens, cue, at))
            return null;
        return tokens[at].Role switch
        {
            Role.Auxiliary when IsFinite(tokens[at]) && !IsSubject(tokens, cue) => StartOfNoun(tokens, cue, at),
            Role.Pronoun when IsSubject(tokens[at], tokens[at + 1]) => at,
            Role.Determiner when cue.Kind != Reaching.Noun && (tokens[at - 2].Role == Role.Auxiliary || HasNoun(tokens, cue.From, at)) => at,
            _ => null,
        };
    }

    /// <summary>Does the cue stand in a relative clause or behind "if", "when", "once"? Such a clause is short, and what follows it is not negated.</summary>
    public static bool IsInside(ReadOnlySpan<Token> tokens, in Cue cue)
    {
        for (var i = cue.At; i >= 0 && i > cue.At - LooksBack && !tokens[i].IsEnd; i--)
        {
            if (tokens[i].Role is Role.Which or Role.Subordinator || (tokens[i].Role == Role.That && i > 0 && tokens[i - 1].Role == Role.Content))
                return true;
            if (tokens[i].Joint == Joint.Comma)
                return false;
        }

        return false;
    }

    private static bool IsContent(in Token token) => !token.IsEnd && !token.Role.IsGrammar();

    // "It does not mean the data is lost": the clause is the object of the verb.
    private static bool TakesClause(ReadOnlySpan<Token> tokens, in Cue cue, int at)
    {
        for (var i = cue.From; i < at; i++)
        {
            if (tokens[i].Role is Role.Say or Role.That)
                return true;
        }

        return false;
    }

    // "No replica is lost", but "a queue with no consumer | is useless".
    private static bool IsSubject(ReadOnlySpan<Token> tokens, in Cue cue) =>
        tokens[cue.At].Role is Role.No or Role.Nothing or Role.Neither or Role.Nor && !(cue.At > 0 && tokens[cue.At - 1].Role == Role.Preposition);

    private static bool IsFinite(in Token token) => token.Lexeme.Form is not ("be" or "been" or "being" or "have" or "having" or "do" or "doing");

    // The subject of the new clause, when an article shows where it begins.
    private static int StartOfNoun(ReadOnlySpan<Token> tokens, in Cue cue, int at)
    {
        for (var i = at - 1; i > cue.From && i > at - 4; i--)
        {
            if (tokens[i].Role == Role.Determiner)
                return i;
        }

        return at;
    }

    private static bool IsSubject(in Token pronoun, in Token next) => pronoun.Lexeme.Form switch
    {
        "we" or "they" or "he" or "she" or "i" => true,
        "it" or "you" or "this" => next.Role == Role.Auxiliary || (IsContent(next) && next.Lexeme.Form[^1] == 's'),
        _ => false,
    };

    private static bool HasNoun(ReadOnlySpan<Token> tokens, int from, int at)
    {
        for (var i = from; i + 1 < at; i++)
        {
            if (tokens[i].Role == Role.Determiner)
                return true;
        }

        return false;
    }
}
