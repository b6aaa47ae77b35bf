using System.Diagnostics.CodeAnalysis;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>
/// One key phrase of a rubric: words that match by stem ("catch up", "no new *", "become* * same"), an exact text ("=ACID") or a
/// regular expression ("/two.phase/"). The language is the one of the design's section "Content format".
/// </summary>
public abstract class KeyPhrase
{
    private protected KeyPhrase(string text) => Text = text;

    /// <summary>The phrase as its author wrote it.</summary>
    public string Text { get; }

    /// <summary>Reads a phrase; <paramref name="error"/> is one sentence that says what is wrong with it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyPhrase? phrase, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        (phrase, error) = trimmed switch
        {
            "" => (null, "A key phrase is empty."),
            ['=', ..] => ExactPhrase.Read(trimmed),
            ['/', _, ..] when trimmed.EndsWith('/') => PatternPhrase.Read(trimmed),
            _ => WordsPhrase.Read(trimmed),
        };
        return phrase is not null;
    }

    /// <exception cref="FormatException">It is not a key phrase.</exception>
    public static KeyPhrase Parse(string text) => TryParse(text, out var phrase, out var error) ? phrase : throw new FormatException(error);

    /// <summary>
    /// Texts that stand for all that this phrase finds: a phrase that finds each of them finds whatever this one does. Empty where
    /// no few texts can.
    /// </summary>
    internal virtual IReadOnlyList<string> Instances => [];

    /// <summary>Whether it bears with the same slips of the pen, so that finding the <see cref="Instances"/> of another phrase is enough to find what that one finds.</summary>
    internal virtual bool MayStandFor(KeyPhrase other) => false;

    public override string ToString() => Text;

    internal abstract PhraseMatcher Compile(PhraseCompiler compiler);
}
