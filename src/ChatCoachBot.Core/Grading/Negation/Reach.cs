using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>
/// Where the reach of a negation ends. English leaves it open at "and" and at many commas, so there are two answers: what is certainly
/// negated is withheld from a point, what is possibly negated is not held against the learner as a misconception.
/// </summary>
internal static class Reach
{
    private const int MostWords = 8;
    private const int MostWordsOfNoun = 4;
    private const int MostWordsInside = 4;
    private const int MostWordsOfNounInside = 3;
    private const int MostDoubtfulWords = 16;

    /// <returns>The token after the last one reached.</returns>
    public static int Certain(ReadOnlySpan<Token> tokens, in Cue cue) =>
        cue.Kind == Reaching.Word ? EndOfWord(tokens, cue.From) : End(tokens, cue, Most(tokens, cue), isDoubtful: false);

    public static int Possible(ReadOnlySpan<Token> tokens, in Cue cue) =>
        cue.Kind == Reaching.Word ? EndOfWord(tokens, cue.From) : End(tokens, cue, MostDoubtfulWords, isDoubtful: true);

    private static int Most(ReadOnlySpan<Token> tokens, in Cue cue)
    {
        var isInside = NewClause.IsInside(tokens, cue);
        if (cue.Kind == Reaching.Noun)
            return OpensClause(tokens, cue) ? MostWords : isInside ? MostWordsOfNounInside : MostWordsOfNoun;
        return isInside || Comma.OpensSentence(tokens, cue) ? MostWordsInside : MostWords;
    }

    private static int End(ReadOnlySpan<Token> tokens, in Cue cue, int most, bool isDoubtful)
    {
        var words = 0;
        for (var i = cue.From; ; i++)
        {
            if (tokens[i].IsEnd || (!tokens[i].IsGlued && words++ == most) || EndsAt(tokens, cue, i, isDoubtful))
                return i;
            if (NewClause.StartAt(tokens, cue, i) is { } start)
                return start;
        }
    }

    private static bool EndsAt(ReadOnlySpan<Token> tokens, in Cue cue, int at, bool isDoubtful)
    {
        var isFirst = at == cue.From;
        if (tokens[at].Joint == Joint.Comma && (isFirst ? OpensMainClause(tokens[at].Role) : Comma.Ends(tokens, cue, at)))
            return true;
        return tokens[at].Role switch
        {
            Role.But => !isFirst,
            Role.Subordinator => !isFirst || tokens[at].Lexeme.Form is "until" or "unless" or "if" or "when" or "before" or "after" or "while",
            Role.And => And.Ends(tokens, at, isDoubtful),
            _ => false,
        };
    }

    // "It's not, it's a command", "if one can't, you undo the rest"; but "it is not, in general, atomic".
    private static bool OpensMainClause(Role role) => role is Role.Pronoun or Role.Determiner;

    // "No guarantee that …", "no need to …": the noun opens a clause of its own.
    private static bool OpensClause(ReadOnlySpan<Token> tokens, in Cue cue)
    {
        for (var i = cue.From; i < cue.From + 3 && !tokens[i].IsEnd; i++)
        {
            if (tokens[i].Role is Role.That or Role.To)
                return true;
        }

        return false;
    }

    private static int EndOfWord(ReadOnlySpan<Token> tokens, int at)
    {
        if (tokens[at].IsEnd)
            return at;
        at++;
        while (tokens[at].IsGlued)
            at++;
        return at;
    }
}
