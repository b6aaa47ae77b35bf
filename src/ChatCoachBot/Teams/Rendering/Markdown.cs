using System.Text.RegularExpressions;

namespace ChatCoachBot.Teams.Rendering;

/// <summary>Headings are read as Markdown: a sign that would mean something there gets a backslash before it.</summary>
internal static partial class Markdown
{
    public static string Escape(string text) => Signs().Replace(text.ReplaceLineEndings(" "), @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]()#<>~|]|^(?=[-+]|\d+[.)])", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
