using ChatCoachBot.Core.Grading.Spelling;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>Collects the words of an exercise.</summary>
internal sealed class VocabularyBuilder(Glossary glossary)
{
    private readonly Dictionary<string, int> byStem = new(StringComparer.Ordinal);
    private readonly List<KnownWord> forms = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private int count;

    /// <summary>A word that a phrase looks for, however it is inflected or misspelt.</summary>
    /// <param name="written">In the author's case, which tells an abbreviation.</param>
    public int Add(Lexeme lexeme, string written)
    {
        var id = AddPlain(lexeme);
        var word = lexeme.Form;
        if (word.Length >= 2 && IsCapitals(written))
            byStem.TryAdd(Lexicon.Get(word + "s").Stem, id);
        if (word.Length >= 4 && !lexeme.Role.IsGrammar() && word.All(char.IsAsciiLetterLower) && known.Add(word))
        {
            foreach (var form in Inflections.Of(word))
                forms.Add(new(form, word, id, forms.Count));
        }

        return id;
    }

    /// <summary>A word to recognise when it is written right.</summary>
    public int AddPlain(Lexeme lexeme)
    {
        if (!byStem.TryGetValue(lexeme.Stem, out var id))
            byStem.Add(lexeme.Stem, id = count++);
        return id;
    }

    public Vocabulary Build() => new(byStem, count, forms, glossary);

    private static bool IsCapitals(string written) => written.Any(char.IsUpper) && !written.Any(char.IsLower);
}
