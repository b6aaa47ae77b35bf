using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>One part of a <see cref="WordsPhrase"/>.</summary>
internal abstract record PhrasePart
{
    /// <param name="Written">In the author's case.</param>
    public sealed record Word(Lexeme Lexeme, string Written) : PhrasePart;

    /// <summary><c>converg*</c>: any word that begins so.</summary>
    public sealed record Opening(string Letters) : PhrasePart;

    /// <summary><c>*</c> between words: up to so many words.</summary>
    public sealed record UpTo(int Words) : PhrasePart;

    /// <summary><c>*</c> at an end: exactly one word.</summary>
    public sealed record AnyWord : PhrasePart;
}
