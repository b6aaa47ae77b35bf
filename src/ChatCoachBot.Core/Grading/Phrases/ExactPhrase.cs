using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary><c>=ACID</c>: this text, in this case.</summary>
internal sealed class ExactPhrase : KeyPhrase
{
    private readonly string folded;

    private ExactPhrase(string text, string folded)
        : base(text) => this.folded = folded;

    public static (KeyPhrase? Phrase, string? Error) Read(string text)
    {
        var folded = AnswerText.Of(text.AsSpan(1)).Folded.Cased.Trim().ToString();
        return folded.Any(WordShape.IsWord)
            ? (new ExactPhrase(text, folded), null)
            : (null, $"The key phrase \"{text}\" needs at least one word after the =.");
    }

    internal override IReadOnlyList<string> Instances => [Text[1..]];

    internal override PhraseMatcher Compile(PhraseCompiler compiler) => new ExactMatcher(folded);
}
