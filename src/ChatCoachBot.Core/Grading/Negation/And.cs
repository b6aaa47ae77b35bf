using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>"It is not lost and repeated" goes on negating, "it is not lost and replicas converge" does not.</summary>
internal static class And
{
    public static bool Ends(ReadOnlySpan<Token> tokens, int and, bool isDoubtful)
    {
        var next = tokens[and + 1];
        if (next.Role is Role.Pronoun or Role.Auxiliary or Role.Adverb or Role.That or Role.Subordinator or Role.But)
            return true;
        if (next.Role.IsNegating())
            return true;
        if (isDoubtful)
            return false;

        // One more word, with or without an article, is another item of the same list.
        var item = next.Role == Role.Determiner ? and + 2 : and + 1;
        var after = item;
        do
        {
            after++;
        }
        while (after < tokens.Length && tokens[after].IsGlued);
        return after < tokens.Length && !tokens[item].IsEnd && !EndsItem(tokens[after]);
    }

    private static bool EndsItem(in Token token) =>
        token.IsEnd || token.Joint == Joint.Comma
        || token.Role is Role.And or Role.Or or Role.But or Role.Subordinator or Role.Preposition or Role.To or Role.Of;
}
