using ChatCoachBot.Core.Grading.Spelling;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>The words a compiled exercise can tell apart, each with an id. Immutable once built.</summary>
internal sealed class Vocabulary
{
    public const int Unknown = -1;

    /// <summary>Knows no word: for a text that is only to be read.</summary>
    public static readonly Vocabulary Empty = new VocabularyBuilder(Glossary.Empty).Build();

    private readonly Dictionary<string, int> byStem;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byForm;
    private readonly ulong[] openings = new ulong[16];
    private readonly Glossary glossary;
    private readonly SpellingIndex spelling;

    /// <param name="byStem">From stem to id.</param>
    /// <param name="forms">The forms a learner may write or mean.</param>
    /// <param name="glossary">Its words are never misspellings.</param>
    public Vocabulary(Dictionary<string, int> byStem, int count, IReadOnlyCollection<KnownWord> forms, Glossary glossary)
    {
        this.byStem = byStem;
        this.glossary = glossary;
        Count = count;
        foreach (var stem in byStem.Keys)
            openings[Slot(stem) >> 6] |= 1UL << (Slot(stem) & 63);
        var ids = new Dictionary<string, int>(forms.Count, StringComparer.Ordinal);
        foreach (var form in forms)
            ids.TryAdd(form.Form, form.Id);
        byForm = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        spelling = new(forms);
    }

    public int Count { get; }

    public int IdOf(Lexeme lexeme)
    {
        // Porter2 keeps the first two letters, so most words of an answer need no stem.
        if (!MayHold(lexeme.Lemma))
            return Unknown;
        return byStem.TryGetValue(lexeme.Stem, out var id) ? id : Unknown;
    }

    /// <summary>The id of two words written as one: "fail-over" where a phrase has "failover".</summary>
    public int IdOfJoined(string first, string second)
    {
        var length = first.Length + second.Length;
        if (length is < 5 or > 40 || !MayHold(first.Length > 1 ? first : first + second))
            return Unknown;
        Span<char> joined = stackalloc char[length];
        first.CopyTo(joined);
        second.CopyTo(joined[first.Length..]);
        return byForm.TryGetValue(joined, out var id) ? id : Unknown;
    }

    /// <summary>The word that a misspelt one stands for; null for a word that is right, or too far from any.</summary>
    public KnownWord? Nearest(Lexeme lexeme) => spelling.Nearest(lexeme) is { } known && !glossary.HasStem(lexeme.Stem) ? known : null;

    /// <summary>
    /// The right form of a word that was recognised by its stem although it is misspelt; null when it is right. A form that only
    /// ends differently may be right without being in any list.
    /// </summary>
    public KnownWord? RightForm(Lexeme lexeme, int id)
    {
        var isRight = lexeme.Role.IsGrammar() || byForm.ContainsKey(lexeme.Form) || lexeme.Form != lexeme.Lemma || glossary.HasForm(lexeme.Form);
        if (isRight || spelling.Nearest(lexeme) is not { } nearest)
            return null;
        return nearest.Id == id && lexeme.Form.AsSpan()[^2..].SequenceEqual(nearest.Form.AsSpan()[^2..]) ? nearest : null;
    }

    private bool MayHold(string word) => (openings[Slot(word) >> 6] & (1UL << (Slot(word) & 63))) != 0;

    private static int Slot(string word) => word.Length < 2 ? word.Length == 0 ? 0 : word[0] & 1023 : ((word[0] * 31) + word[1]) & 1023;
}
