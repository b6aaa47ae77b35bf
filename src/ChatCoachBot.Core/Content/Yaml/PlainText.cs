using System.Globalization;
using System.Text;

namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>What must hold for a text before it is worth parsing.</summary>
internal static class PlainText
{
    public const int LimitInBytes = 1024 * 1024;

    public static Fault? FirstFault(ContentFile file) => Unreadable(file) ?? TooLarge(file) ?? NotText(file) ?? IndentedWithTabs(file);

    private static Fault? Unreadable(ContentFile file) => file.Problem is { } problem ? new Fault(file.Title, 1, 1, problem) : null;

    private static Fault? TooLarge(ContentFile file) => Encoding.UTF8.GetByteCount(file.Text) > LimitInBytes
        ? new Fault(file.Title, 1, 1, "The file is larger than 1 MB; split it.")
        : null;

    private static Fault? NotText(ContentFile file)
    {
        for (var i = 0; i < file.Text.Length; i++)
        {
            if (IsText(file.Text, ref i))
                continue;
            var (line, column) = PositionOf(file.Text, i);
            var code = ((int)file.Text[i]).ToString("X4", CultureInfo.InvariantCulture);
            return new Fault(file.Title, line, column, $"This character (U+{code}) is not text; save the file as UTF-8 and remove it.");
        }

        return null;
    }

    /// <summary>U+FFFD is what a decoder leaves where the bytes were no UTF-8.</summary>
    private static bool IsText(string text, ref int i)
    {
        if (char.IsSurrogatePair(text, i))
        {
            i++;
            return true;
        }

        return text[i] is '\t' or '\n' or '\r' || !(char.IsControl(text[i]) || char.IsSurrogate(text[i]) || text[i] == '\uFFFD');
    }

    private static Fault? IndentedWithTabs(ContentFile file)
    {
        var lines = file.Text.Split('\n');
        var tabbed = Enumerable.Range(0, lines.Length).Where(i => TabInIndentation(lines[i]) >= 0).ToList();
        if (tabbed is not [var first, ..])
            return null;
        var others = tabbed.Count switch
        {
            1 => "",
            2 => " (so is one more line)",
            _ => string.Create(CultureInfo.InvariantCulture, $" (so are {tabbed.Count - 1} more lines)"),
        };
        return new Fault(file.Title, first + 1, TabInIndentation(lines[first]) + 1, $"The line is indented with a tab{others}; YAML needs spaces.");
    }

    private static int TabInIndentation(string line)
    {
        var tab = line.AsSpan().IndexOf('\t');
        return tab >= 0 && line.AsSpan(0, tab).Trim(' ').IsEmpty && !string.IsNullOrWhiteSpace(line) ? tab : -1;
    }

    private static (int Line, int Column) PositionOf(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return (before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}
