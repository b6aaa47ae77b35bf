using System.Text;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Slack.Rendering;

/// <summary>
/// Writes plain text in Slack's marks (docs.slack.dev/messaging/formatting-message-text), so that it is read as it is: the three signs
/// that could begin a mention or a link are escaped, and signs that would make text bold or italic are shown, not obeyed. What content stresses is italic.
/// </summary>
internal static class Mrkdwn
{
    private const char AsteriskThatMarksNothing = '∗';
    private const char TildeThatMarksNothing = '∼';
    private const char BacktickThatMarksNothing = 'ˋ';

    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A text in which what it stresses and its names of code keep their looks, and nothing else has any.</summary>
    public static string Of(string text)
    {
        var marked = new StringBuilder(text.Length + 16);
        foreach (var part in MarkedText.Parts(text))
        {
            switch (part.Look)
            {
                case Look.Code:
                    marked.Append('`').Append(Escape(part.Text)).Append('`');
                    break;
                case Look.Stressed:
                    marked.Append('_');
                    Append(marked, part.Text);
                    marked.Append('_');
                    break;
                default:
                    Append(marked, part.Text);
                    break;
            }
        }

        return marked.ToString();
    }

    public static string Bold(string text) => text.Length == 0 ? "" : $"*{Of(text).Trim()}*";

    /// <summary>Each line set apart as somebody's words.</summary>
    public static string Quote(string text) => string.Join('\n', Of(text).Split('\n').Select(line => "> " + line));

    private static void Append(StringBuilder marked, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&':
                    marked.Append("&amp;");
                    break;
                case '<':
                    marked.Append("&lt;");
                    break;
                case '>':
                    marked.Append("&gt;");
                    break;
                case '`':
                    marked.Append(BacktickThatMarksNothing);
                    break;
                case '*' when !IsInside(text, i):
                    marked.Append(AsteriskThatMarksNothing);
                    break;
                case '~' when !IsInside(text, i):
                    marked.Append(TildeThatMarksNothing);
                    break;
                case '_':
                    i = AppendUnderscores(marked, text, i);
                    break;
                default:
                    marked.Append(text[i]);
                    break;
            }
        }
    }

    /// <summary>A gap to fill is shown as code, and so are underscores around a name; one inside a name is harmless.</summary>
    /// <returns>The place of the last one.</returns>
    private static int AppendUnderscores(StringBuilder marked, string text, int start)
    {
        var end = start;
        while (end + 1 < text.Length && text[end + 1] == '_')
        {
            end++;
        }

        var run = text[start..(end + 1)];
        marked.Append(run.Length == 1 && IsInside(text, start) ? run : $"`{run}`");
        return end;
    }

    private static bool IsInside(string text, int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
