using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>Makes ids of texts that have none.</summary>
internal static partial class ContentIds
{
    private const int Longest = 60;

    /// <returns>The text in small letters, digits and hyphens; <paramref name="otherwise"/> when nothing is left of it.</returns>
    public static string Of(string text, string otherwise)
    {
        // "Café" is "cafe", not "caf".
        var letters = string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        var id = NoId().Replace(letters.ToLowerInvariant(), "-").Trim('-');
        id = id.Length <= Longest ? id : id[..Longest].TrimEnd('-');
        return id.Length == 0 ? otherwise : id;
    }

    /// <summary>The same with a number behind it, when it is taken.</summary>
    public static string NotIn(ISet<string> taken, string id)
    {
        var free = id;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{id}-{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return free;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoId();
}
