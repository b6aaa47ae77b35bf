using System.Net;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>What a person said: the text without the mention of the bot, and the names of others without the tags around them.</summary>
internal static partial class Words
{
    public static string Of(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in Mentions(activity))
        {
            text = text.Replace(mention, " ", StringComparison.Ordinal);
        }

        return Blanks().Replace(WebUtility.HtmlDecode(At().Replace(text, "$1")).Replace('\u00A0', ' '), " ").Trim();
    }

    public static bool MentionsBot(Activity activity) => Mentions(activity).Any();

    private static IEnumerable<string> Mentions(Activity activity) => (activity.Entities ?? [])
        .Where(entity => entity is { Type: "mention", Text.Length: > 0 } && entity.Mentioned?.Id == activity.Recipient!.Id)
        .Select(entity => entity!.Text!);

    [GeneratedRegex("<at[^>]{0,200}>([^<]{0,200})</at>", RegexOptions.CultureInvariant)]
    private static partial Regex At();

    [GeneratedRegex("[ \\t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
