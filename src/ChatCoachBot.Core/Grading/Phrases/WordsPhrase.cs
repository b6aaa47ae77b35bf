using ChatCoachBot.Core.Grading.Negation;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>Words in order, each next to the other unless a star says how far apart they may stand.</summary>
internal sealed class WordsPhrase : KeyPhrase
{
    private const int WordsPerStar = 3;

    // Every star multiplies the ways to try, by four at most.
    private const int MostStars = 5;

    /// <summary>In no dictionary, nor near any word.</summary>
    private const string NoWord = "zzqzz";

    private const string Punctuation = " -'/_.,:;!?()[]\"&%—";

    private readonly IReadOnlyList<PhrasePart> parts;

    private WordsPhrase(string text, IReadOnlyList<PhrasePart> parts)
        : base(text) => this.parts = parts;

    public static (KeyPhrase? Phrase, string? Error) Read(string text)
    {
        var pieces = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        // Punctuation that stands alone says nothing.
        pieces = Array.FindAll(pieces, piece => !piece.All(Punctuation.Contains));
        var first = Array.FindIndex(pieces, piece => piece != "*");
        var last = Array.FindLastIndex(pieces, piece => piece != "*");
        if (first < 0)
            return (null, $"The key phrase \"{text}\" has no word.");
        if (pieces.Count(piece => piece == "*") > MostStars)
            return (null, $"The key phrase \"{text}\" has more than {MostStars} stars.");

        var parts = new List<PhrasePart>();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i] == "*")
                AddStar(parts, isInside: i > first && i < last);
            else if (ReadWord(pieces[i], parts) is { } error)
                return (null, $"The key phrase \"{text}\" {error}");
        }

        return parts.Exists(part => part is PhrasePart.Word or PhrasePart.Opening)
            ? (new WordsPhrase(text, parts), null)
            : (null, $"The key phrase \"{text}\" has no word.");
    }

    // Stars side by side are one longer star, which is tried in a line and not in all their combinations.
    private static void AddStar(List<PhrasePart> parts, bool isInside)
    {
        if (!isInside)
            parts.Add(new PhrasePart.AnyWord());
        else if (parts[^1] is PhrasePart.UpTo before)
            parts[^1] = new PhrasePart.UpTo(before.Words + WordsPerStar);
        else
            parts.Add(new PhrasePart.UpTo(WordsPerStar));
    }

    private static string? ReadWord(string piece, List<PhrasePart> parts)
    {
        var star = piece.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0 && star < piece.Length - 1)
            return "has a star inside a word; a star stands alone or ends a word.";
        var text = AnswerText.Of(star < 0 ? piece : piece[..star]);
        for (var i = 0; i < text.Count - 1; i++)
        {
            var token = text.Tokens[i];
            if (token.IsEnd)
                return "reaches across the end of a sentence.";
            parts.Add(star >= 0 && i == text.Count - 2
                ? new PhrasePart.Opening(token.Lexeme.Form)
                : new PhrasePart.Word(token.Lexeme, text.Folded.Cased[token.FoldStart..token.FoldEnd].ToString()));
        }

        if (Stray(text) is { } sign)
            return $"has the sign {sign}, which is no part of a word; leave it out, or ask for exactly this text with \"=…\".";
        return parts is [.., PhrasePart.Opening { Letters.Length: < 2 }] ? "needs at least two letters before a star." : null;
    }

    // What is neither in a word nor the punctuation that everybody may set or leave out.
    private static char? Stray(AnswerText text)
    {
        var folded = text.Folded.Cased;
        var token = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            while (token < text.Count && text.Tokens[token].FoldEnd <= at)
                token++;
            var isInWord = token < text.Count && text.Tokens[token].FoldStart <= at;
            if (!isInWord && !Punctuation.Contains(folded[at]))
                return folded[at];
        }

        return null;
    }

    /// <summary>Its stars stand for nothing and for as much as they can; where one stands for a word or an ending, it is one that no phrase names.</summary>
    internal override IReadOnlyList<string> Instances => parts.Any(part => part is PhrasePart.UpTo) ? [Instance(words: 0), Instance(words: WordsPerStar)] : [Instance(words: 0)];

    /// <summary>An opening is taken to the letter, and a word is not.</summary>
    internal override bool MayStandFor(KeyPhrase other) =>
        other is WordsPhrase words ? Openings <= words.Openings : Openings == 0;

    private int Openings => parts.Count(part => part is PhrasePart.Opening);

    private string Instance(int words) => string.Join(' ', parts.SelectMany(part => part switch
    {
        PhrasePart.Word word => [word.Written],
        PhrasePart.Opening opening => [opening.Letters + "qz"],
        PhrasePart.UpTo => Enumerable.Repeat(NoWord, words),
        _ => (IEnumerable<string>)[NoWord],
    }));

    internal override PhraseMatcher Compile(PhraseCompiler compiler) =>
        new WordsMatcher(compiler.Chain(parts), OwnNegation.IsIn(parts) ? Wording.Negation : Wording.Plain);
}
