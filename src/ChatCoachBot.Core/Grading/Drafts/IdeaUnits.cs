using ChatCoachBot.Core.Grading.Negation;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.References;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Drafts;

/// <summary>Splits a model answer into its ideas: at the ends of sentences and clauses, and where one would ask for too much at once.</summary>
internal sealed class IdeaUnits
{
    private readonly string text;
    private readonly Reading reading;
    private readonly HashSet<string> asked;
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    private IdeaUnits(string text, Reading reading, HashSet<string> asked)
    {
        this.text = text;
        this.reading = reading;
        this.asked = asked;
    }

    /// <summary>
    /// The ideas that the question does not give away. Only when it gives away all of them, the words of the question count too.
    /// </summary>
    public static IReadOnlyList<IdeaUnit> Of(string text, string? question)
    {
        var asked = StemsOf(question ?? "");
        var ideas = Read(text, asked);
        return ideas.Count > 0 || asked.Count == 0 ? ideas : Read(text, []);
    }

    /// <summary>One idea for the whole of a key point, whatever clauses it has.</summary>
    public static IdeaUnit? OfKeyPoint(string text, string? question)
    {
        var words = Of(text, question).SelectMany(idea => idea.Words).OrderByDescending(word => word.Weight).Take(IdeaUnit.MostWords).ToList();
        return words.Count > 0 ? new(text.Trim(), words) : null;
    }

    private static List<IdeaUnit> Read(string text, HashSet<string> asked)
    {
        var reading = Reading.Of(text, text.Length, Vocabulary.Empty);
        NegationPass.Mark(reading);
        return new IdeaUnits(text, reading, asked).Read();
    }

    private static HashSet<string> StemsOf(string question)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in AnswerText.Of(question).Tokens)
            stems.Add(token.Lexeme.Stem);
        return stems;
    }

    private List<IdeaUnit> Read()
    {
        var ideas = new List<IdeaUnit>();
        var first = 0;
        for (var at = 0; at < reading.Text.Count; at = reading.EndOfWord(at))
        {
            if (reading.Text.Tokens[at].IsEnd)
            {
                Add(first, at, ideas);
                first = at + 1;
            }
            else if (OpensClause(at))
            {
                Add(first, at, ideas);
                first = at;
            }
        }

        return ideas;
    }

    private bool OpensClause(int at)
    {
        var token = reading.Text.Tokens[at];
        return token.Joint == Joint.Comma || token.Role is Role.But or Role.Subordinator or Role.Which
            || (token.Role == Role.And && reading.Text.Tokens[at + 1].Role is Role.Determiner or Role.Pronoun);
    }

    // As many ideas as it takes to have no more than so many words in each, all of about the same size.
    private void Add(int first, int after, List<IdeaUnit> ideas)
    {
        var words = WordsIn(first, after);
        var parts = (words.Count + IdeaUnit.MostWords - 1) / IdeaUnit.MostWords;
        for (var part = 0; part < parts; part++)
        {
            var from = part * words.Count / parts;
            var to = (part + 1) * words.Count / parts;
            var end = to == words.Count ? after : words[to - 1].After;
            ideas.Add(new(TextOf(first, end), [.. words[from..to].Select(word => word.Word)]));
            first = end;
        }
    }

    private List<(int After, KeyWord Word)> WordsIn(int first, int after)
    {
        var words = new List<(int, KeyWord)>();
        for (var at = first; at < after; at = reading.EndOfWord(at))
        {
            var end = reading.EndOfWord(at);
            if (CarrierIn(at, end) is not { } carrier || !said.Add(TextOf(at, end).ToLowerInvariant()))
                continue;

            // What somebody typed together with a sign in it may be no phrase; its word still is.
            var lexeme = reading.Text.Tokens[carrier].Lexeme;
            var phrase = KeyPhrase.TryParse(TextOf(at, end), out _, out _) ? TextOf(at, end) : lexeme.Form;
            words.Add((end, new(phrase, lexeme, DenierOf(carrier))));
        }

        return words;
    }

    // Of a word of several parts, "at-least-once", the first part that is new and no grammar.
    private int? CarrierIn(int first, int after)
    {
        for (var at = first; at < after; at++)
        {
            var lexeme = reading.Text.Tokens[at].Lexeme;
            if (TextWords.Carries(lexeme) && !lexeme.Role.IsNegating() && !asked.Contains(lexeme.Stem))
                return at;
        }

        return null;
    }

    // "Fails to", "instead of": such a word denies only together with the next one.
    private string? DenierOf(int word)
    {
        if ((reading.Marks[word] & TokenMarks.Denied) == 0)
            return null;
        var denier = reading.Deniers[word];
        var form = reading.Text.Tokens[denier].Lexeme.Form;
        return reading.Text.Tokens[denier + 1].Role is Role.To or Role.Of or Role.Than ? $"{form} {reading.Text.Tokens[denier + 1].Lexeme.Form}" : form;
    }

    private string TextOf(int first, int after) => text[reading.Text.Tokens[first].Start..reading.Text.Tokens[after - 1].End];
}
