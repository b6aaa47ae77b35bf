using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>Links the parts of phrases into steps, with the glossary's other ways to say a term beside the author's.</summary>
internal sealed class PhraseCompiler
{
    private const int ShortestJoined = 6;

    private readonly Glossary glossary;

    public PhraseCompiler(Glossary glossary)
        : this(glossary, new(glossary))
    {
    }

    private PhraseCompiler(Glossary glossary, VocabularyBuilder words)
    {
        this.glossary = glossary;
        Words = words;
    }

    public VocabularyBuilder Words { get; }

    /// <summary>For advice on words: to avoid one says nothing about its synonyms.</summary>
    public PhraseCompiler WithoutTerms() => new(Glossary.Empty, Words);

    public PhraseStep Chain(IReadOnlyList<PhrasePart> parts) => Link(parts, 0, LastStep.Instance, glossary);

    // Terms are replaced once: the words of a synonym are not looked up again.
    private PhraseStep Link(IReadOnlyList<PhrasePart> parts, int at, PhraseStep last, Glossary? terms)
    {
        if (at == parts.Count)
            return last;
        if (terms?.LongestAt(parts, at) is [var way, ..] ways)
            return LinkTerm(parts, at, last, terms, way.Words.Count, ways);
        var next = Link(parts, at + 1, last, terms);
        return parts[at] switch
        {
            PhrasePart.Opening opening => new OpeningStep(opening.Letters, next),
            PhrasePart.UpTo upTo => new UpToStep(upTo.Words, next),
            PhrasePart.AnyWord => new AnyWordStep(next),
            PhrasePart.Word word => LinkWord(parts, at, word, next, last, terms),
            var part => throw new InvalidOperationException($"A phrase has a part of the unknown kind {part.GetType().Name}."),
        };
    }

    private PhraseStep LinkWord(IReadOnlyList<PhrasePart> parts, int at, PhrasePart.Word word, PhraseStep next, PhraseStep last, Glossary? terms)
    {
        var plain = new WordStep(Words.Add(word.Lexeme, word.Written), next);
        if (at + 1 == parts.Count || parts[at + 1] is not PhrasePart.Word second || !AreOftenJoined(word.Lexeme, second.Lexeme))
            return plain;
        var joined = Words.AddPlain(Lexicon.Get(word.Lexeme.Form + second.Lexeme.Form));
        return new EitherStep([plain, new WordStep(joined, Link(parts, at + 2, last, terms))]);
    }

    private EitherStep LinkTerm(
        IReadOnlyList<PhrasePart> parts, int at, PhraseStep last, Glossary terms, int length, IReadOnlyList<WayToSay> ways)
    {
        var next = Link(parts, at + length, last, terms);
        var others = ways.SelectMany(way => way.Others).Except(ways).Distinct().ToList();

        // The author's own words come first: they share the term's stems, but may be another form of it.
        PhraseStep own = ways.Any(way => way.NeedsCase)
            ? LinkWay(ways[0], next)
            : Link([.. parts.Skip(at).Take(length)], 0, next, terms: null);
        return new([own, .. others.Select(way => LinkWay(way, next))]);
    }

    private PhraseStep LinkWay(WayToSay way, PhraseStep next) => way.NeedsCase
        ? new AbbreviationStep(Words.Add(way.Words[0].Lexeme, way.Words[0].Written), way.Words[0].Written, next)
        : Link(way.Words, 0, next, terms: null);

    // "Dead letter" and "deadletter", but not "the same" and "thesame".
    private static bool AreOftenJoined(Lexeme first, Lexeme second) =>
        first.Form.Length + second.Form.Length >= ShortestJoined && !first.Role.IsGrammar() && (!second.Role.IsGrammar() || second.Role == Role.Preposition);
}
