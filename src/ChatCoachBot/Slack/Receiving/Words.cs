using System.Text.RegularExpressions;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Reads a text as Slack sends it (docs.slack.dev/messaging/formatting-message-text): links and mentions are in angle brackets, three signs are escaped.</summary>
internal static partial class Words
{
    public static string Read(string? text) =>
        text is null
            ? ""
            : Bracketed().Replace(text, static match => Inside(match.Groups["inside"].Value))
                .Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal)
                .Trim();

    /// <summary>The people and groups that a text mentions, by their ids.</summary>
    public static (IReadOnlyList<string> People, IReadOnlyList<string> Groups) Mentions(string text)
    {
        List<string> inside = [.. Bracketed().Matches(text).Select(match => match.Groups["inside"].Value)];
        return ([.. Ids(inside, "@")], [.. Ids(inside, "!subteam^")]);
    }

    private static IEnumerable<string> Ids(IEnumerable<string> inside, string sign) =>
        inside.Where(item => item.StartsWith(sign, StringComparison.Ordinal)).Select(item => item[sign.Length..].Split('|')[0]).Distinct(StringComparer.Ordinal);

    /// <summary>The label where there is one. A mention of somebody is no word of an answer.</summary>
    private static string Inside(string inside)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        return bar >= 0 ? inside[(bar + 1)..] : inside is ['@' or '!' or '#', ..] ? "" : inside;
    }

    [GeneratedRegex("<(?<inside>[^<>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
