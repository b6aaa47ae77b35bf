using System.Net;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>Between our plain texts and the few tags of an editor for teachers.</summary>
internal static partial class PlainHtml
{
    /// <summary>A paragraph for each paragraph, a break for each line.</summary>
    public static string Of(string text) => string.Concat(text.Trim().ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => $"<p>{string.Join("<br />", paragraph.Trim().Split('\n').Select(WebUtility.HtmlEncode))}</p>"));

    public static string ToText(string html)
    {
        var lines = Tag().Replace(Item().Replace(ParagraphEnd().Replace(Break().Replace(html.ReplaceLineEndings(" "), "\n"), "\n\n"), "\n- "), "");
        var text = WebUtility.HtmlDecode(lines).Replace('\u00A0', ' ');
        return ManyLines().Replace(BlankEnds().Replace(text, "\n"), "\n\n").Trim();
    }

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex(@"</(p|div|h\d|ul|ol)>|<hr\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex(@"<li\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex("<[a-zA-Z/!][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex BlankEnds();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex ManyLines();
}
