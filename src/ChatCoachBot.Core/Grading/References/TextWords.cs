using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.References;

/// <summary>The different words of a text that carry content, each where it stands first.</summary>
internal sealed class TextWords
{
    private readonly Dictionary<int, TextWord> byId = [];

    private TextWords()
    {
    }

    public IReadOnlyCollection<TextWord> All => byId.Values;

    /// <param name="reading">With its negations and what is copied already marked.</param>
    public static TextWords Of(Reading reading)
    {
        var words = new TextWords();
        var strangers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < reading.Text.Count; at++)
        {
            var lexeme = reading.Text.Tokens[at].Lexeme;
            if (!Carries(lexeme) || (reading.Marks[at] & TokenMarks.Copied) != 0)
                continue;
            var id = reading.IdAt(at);

            // A word that no reference has gets a number below those of the vocabulary, the same for the same stem.
            if (id == Vocabulary.Unknown && !strangers.TryGetValue(lexeme.Stem, out id))
                strangers.Add(lexeme.Stem, id = Vocabulary.Unknown - 1 - strangers.Count);
            words.byId.TryAdd(id, new(id, lexeme.Stem, (reading.Marks[at] & TokenMarks.Denied) != 0));
        }

        return words;
    }

    public static IReadOnlyList<Lexeme> CarriersOf(string text)
    {
        var carriers = new List<Lexeme>();
        foreach (var token in AnswerText.Of(text).Tokens)
        {
            if (Carries(token.Lexeme))
                carriers.Add(token.Lexeme);
        }

        return carriers;
    }

    /// <summary>Words of grammar carry nothing by themselves.</summary>
    public static bool Carries(Lexeme lexeme) => !lexeme.Role.IsEnd() && !lexeme.Role.IsGrammar();

    public TextWord? Find(int id) => byId.TryGetValue(id, out var word) ? word : null;
}

/// <param name="Id">Its number in the vocabulary; below zero when it is not in there.</param>
internal readonly record struct TextWord(int Id, string Stem, bool IsDenied);
