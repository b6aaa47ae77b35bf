using System.Text.RegularExpressions;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary><c>/two.phase/</c>: a regular expression without back-references and look-around, so that its time is linear in the answer.</summary>
internal sealed partial class PatternPhrase : KeyPhrase
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly string _pattern;

    private PatternPhrase(string text, string pattern)
        : base(text) => _pattern = pattern;

    public static (KeyPhrase? Phrase, string? Error) Read(string text)
    {
        var pattern = text[1..^1];
        try
        {
            if (new Regex(pattern, Options).IsMatch(""))
            {
                return (null, $"The regular expression {text} matches an empty answer; let it ask for at least one letter.");
            }

            if (MayNotBeLinear().IsMatch(pattern))
            {
                _ = Linear(pattern);
            }

            return (new PatternPhrase(text, pattern), null);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            var reason = fault is NotSupportedException
                ? "it uses back-references or look-around, which are not allowed here."
                : fault.Message.ReplaceLineEndings(" ");
            return (null, $"The regular expression {text} cannot be used: {reason}");
        }
    }

    internal override PhraseMatcher Compile(PhraseCompiler compiler) => new PatternMatcher(new(() => Linear(_pattern)));

    /// <exception cref="NotSupportedException">No time linear in the answer can be promised for it.</exception>
    private static Regex Linear(string pattern) => new(pattern, Options | RegexOptions.NonBacktracking);

    /// <summary>
    /// Whatever a linear expression may not have contains one of these: a group that is none of the plain ones, a back-reference, a count
    /// that may be huge. Making a linear expression takes milliseconds, so it is tried only then, and otherwise when somebody is graded.
    /// </summary>
    [GeneratedRegex(@"\(\?[^:]|\\[1-9k]|\{[0-9,]*[0-9]{3}", RegexOptions.CultureInvariant)]
    private static partial Regex MayNotBeLinear();
}
