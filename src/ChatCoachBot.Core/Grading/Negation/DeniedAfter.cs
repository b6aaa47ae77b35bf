using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>A negation that follows its subject: "data loss does not happen".</summary>
internal static class DeniedAfter
{
    /// <summary>"… does not happen", "… is impossible": the thing itself is denied.</summary>
    public static bool IsCertain(Reading reading, in Match match)
    {
        if (match.Wording is Wording.Negation or Wording.Judged || PredicateAfter(reading, match) is not ({ } predicate, var isNegated))
            return false;
        return isNegated ? predicate.Role == Role.Happen : predicate.Role == Role.Unable;
    }

    /// <summary>"… is not what we want": something about it is denied.</summary>
    public static bool IsPossible(Reading reading, in Match match) =>
        match.Wording is not (Wording.Negation or Wording.Judged) && PredicateAfter(reading, match) is ({ } predicate, var isNegated)
        && (isNegated || predicate.Role is Role.Unable or Role.Untrue);

    // Auxiliaries, an optional negation, an article or two, and the word after them.
    private static (Token Predicate, bool IsNegated)? PredicateAfter(Reading reading, in Match match)
    {
        var tokens = reading.Text.Tokens;
        var at = match.After;
        if (at >= tokens.Length || tokens[at].Joint == Joint.Comma)
            return null;
        var isNegated = false;
        while (tokens[at].Role is Role.Auxiliary or Role.Not or Role.Never or Role.Determiner or Role.Adverb or Role.Pronoun or Role.That)
        {
            if (at == match.After && tokens[at].Role is not (Role.Auxiliary or Role.Not or Role.Never))
                return null;
            isNegated |= tokens[at].Role is Role.Not or Role.Never;
            at++;
        }

        return at == match.After ? null : (tokens[at], isNegated);
    }
}
