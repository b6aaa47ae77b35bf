using System.Text.RegularExpressions;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary><c>/two.phase/</c>: a regular expression without back-references and look-around, so that its time is linear in the answer.</summary>
internal sealed class PatternPhrase : KeyPhrase
{
    private readonly Regex regex;

    private PatternPhrase(string text, Regex regex)
        : base(text) => this.regex = regex;

    public static (KeyPhrase? Phrase, string? Error) Read(string text)
    {
        try
        {
            var regex = new Regex(text[1..^1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            return regex.IsMatch("")
                ? (null, $"The regular expression {text} matches an empty answer; let it ask for at least one letter.")
                : (new PatternPhrase(text, regex), null);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            var reason = fault is NotSupportedException
                ? "it uses back-references or look-around, which are not allowed here."
                : fault.Message.ReplaceLineEndings(" ");
            return (null, $"The regular expression {text} cannot be used: {reason}");
        }
    }

    internal override PhraseMatcher Compile(PhraseCompiler compiler) => new PatternMatcher(regex);
}
