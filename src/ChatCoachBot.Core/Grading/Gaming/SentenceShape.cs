using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Gaming;

/// <summary>What a sentence looks like from afar.</summary>
/// <param name="First">Its first token.</param>
/// <param name="After">The token after its last.</param>
/// <param name="Items">What commas and line ends separate.</param>
/// <param name="Grammar">Its words of grammar, without "and" and "or".</param>
/// <param name="Clauses">Its items that have a pronoun, an auxiliary or a relative word, which only a sentence has.</param>
/// <param name="Longest">The words of its longest item.</param>
internal readonly record struct SentenceShape(int First, int After, int Words, int Items, int Grammar, int Clauses, int Longest)
{
    private const int MostWordsOfItem = 4;
    private const int LeastWordsOfRow = 8;
    private const int LeastPlainItems = 5;

    /// <summary>"Replica, quorum, lag, vote, leader"; also with a word like "already" here and there, as long as no item is longer than a term.</summary>
    public bool IsPlainList => Items >= LeastPlainItems && Words <= Items * 2 && (Grammar == 0 || (Clauses == 0 && Longest <= 2 && Grammar * 4 <= Items));

    /// <summary>Long, and with hardly a word of grammar.</summary>
    public bool IsRow => Words >= LeastWordsOfRow && Clauses == 0 && Grammar * 4 <= Words;

    /// <summary>An "is" in one of four items does not make a sentence of the others.</summary>
    public bool MayBeBare => (Words <= Items * MostWordsOfItem && Clauses * 4 <= Items) || IsRow;

    public static IEnumerable<SentenceShape> ReadAll(Reading reading)
    {
        var first = 0;
        for (var at = 0; at < reading.Text.Count; at++)
        {
            if (!reading.Text.Tokens[at].IsEnd)
                continue;
            yield return Read(reading, first, at);
            first = at + 1;
        }
    }

    private static SentenceShape Read(Reading reading, int first, int after)
    {
        var items = 1;
        var words = 0;
        var wordsOfItem = 0;
        var longest = 0;
        var grammar = 0;
        var clauses = 0;
        var isClause = false;
        for (var at = first; at < after; at++)
        {
            var token = reading.Text.Tokens[at];
            if (at > first && (token.Joint == Joint.Comma || reading.HasLineBreakBefore(at)))
            {
                items++;
                wordsOfItem = 0;
                clauses += isClause ? 1 : 0;
                isClause = false;
            }

            if (!token.IsGlued)
            {
                words++;
                longest = Math.Max(longest, ++wordsOfItem);
            }

            if (token.Role.IsGrammar() && token.Role is not (Role.And or Role.Or))
                grammar++;
            isClause |= token.Role is Role.Pronoun or Role.Auxiliary or Role.That or Role.Which;
            isClause |= token.Role == Role.Determiner && token.Lexeme.Form is not "the";
        }

        return new(first, after, words, items, grammar, isClause ? clauses + 1 : clauses, longest);
    }
}
