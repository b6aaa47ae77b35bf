using System.Text;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>Signs that mean something in GIFT stand behind a backslash where they are only text.</summary>
internal static class GiftText
{
    private const string Signs = "~=#{}:\\";

    /// <summary>Where the signs go meanwhile, so that what is left of them are the ones that mean something.</summary>
    private const char Hidden = '\uE000';

    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text.Trim().ReplaceLineEndings("\n"))
        {
            escaped.Append(c == '\n' ? "\\n" : Signs.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString());
        }

        return escaped.ToString();
    }

    public static string Hide(string text)
    {
        var hidden = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i] == '\\' && i + 1 < text.Length ? Signs.IndexOf(text[i + 1], StringComparison.Ordinal) : -1;
            if (sign >= 0)
            {
                hidden.Append((char)(Hidden + sign));
                i++;
            }
            else if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == 'n')
            {
                hidden.Append('\n');
                i++;
            }
            else
            {
                hidden.Append(text[i]);
            }
        }

        return hidden.ToString();
    }

    public static string Show(string hidden) => string.Concat(hidden.Select(c => c >= Hidden && c - Hidden < Signs.Length ? Signs[c - Hidden] : c)).Trim();
}
