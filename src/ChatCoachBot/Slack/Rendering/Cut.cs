namespace ChatCoachBot.Slack.Rendering;

/// <summary>Keeps texts within Slack's sizes.</summary>
internal static class Cut
{
    /// <summary>As much of a text as fits, with a sign that there was more.</summary>
    public static string At(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";

    /// <summary>The whole of a text in pieces that fit, cut between paragraphs, lines or words where there are any.</summary>
    public static IEnumerable<string> Pieces(string text, int longest)
    {
        while (text.Length > longest)
        {
            var at = Break(text, longest);
            yield return text[..at].TrimEnd();
            text = text[at..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }

    private static int Break(string text, int longest)
    {
        foreach (var mark in (ReadOnlySpan<string>)["\n\n", "\n", " "])
        {
            if (text.LastIndexOf(mark, longest - 1, longest / 2, StringComparison.Ordinal) is > 0 and var at)
            {
                return at;
            }
        }

        return char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
    }
}
