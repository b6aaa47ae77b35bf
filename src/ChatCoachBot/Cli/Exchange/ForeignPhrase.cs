using System.Text.RegularExpressions;
using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>Keywords of other programs, in whose patterns a star is any letters wherever it stands.</summary>
internal static partial class ForeignPhrase
{
    /// <returns>The key phrase that finds the same, or a sentence that says why there is none.</returns>
    public static (string? Phrase, string? Problem) Read(string written)
    {
        // Here a star stands alone or ends a word; inside one, a regular expression says the same.
        var phrase = StarInWord().IsMatch(written) && written is not ['/', .., '/']
            ? $"/\\b{string.Join(".+?", written.Split('*').Select(Regex.Escape))}\\b/"
            : written.TrimStart('=');
        return KeyPhrase.TryParse(phrase, out _, out var problem) ? (phrase, null) : (null, problem);
    }

    [GeneratedRegex(@"\*\w", RegexOptions.CultureInvariant)]
    private static partial Regex StarInWord();
}
