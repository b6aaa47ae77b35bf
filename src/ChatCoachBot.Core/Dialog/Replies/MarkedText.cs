using System.Text.RegularExpressions;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>
/// A text in parts that look alike. Content stresses a word with *asterisks* and sets names of code between `backticks`, as chats do; a
/// sign that marks nothing, as in "2 * 3", stays what it is.
/// </summary>
public static partial class MarkedText
{
    /// <returns>At least one part.</returns>
    public static IReadOnlyList<MarkedPart> Parts(string text)
    {
        List<MarkedPart> parts = [];
        var plainFrom = 0;
        foreach (var match in Mark().Matches(text).AsEnumerable())
        {
            AddPlain(match.Index);
            plainFrom = match.Index + match.Length;
            var code = match.Groups["code"];
            parts.Add(code.Success ? new MarkedPart(code.Value, Look.Code) : new MarkedPart(match.Groups["stressed"].Value, Look.Stressed));
        }

        AddPlain(text.Length);
        return parts.Count > 0 ? parts : [new MarkedPart("", Look.Plain)];

        void AddPlain(int end)
        {
            if (end > plainFrom)
            {
                parts.Add(new MarkedPart(text[plainFrom..end], Look.Plain));
            }
        }
    }

    /// <summary>Without the asterisks that stress something, for where no word can look different.</summary>
    public static string Unstressed(string text) => string.Concat(Parts(text).Select(part => part.Look == Look.Code ? $"`{part.Text}`" : part.Text));

    /// <summary>A stressed part begins and ends with its words, on one line, and no letter or asterisk touches it from outside.</summary>
    [GeneratedRegex(@"`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}*])\*(?<stressed>[\p{L}\p{N}""'“‘(](?:[^*`\n]*[^*`\s])?)\*(?![\p{L}\p{N}*])", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}

/// <param name="Text">Without the signs that mark it.</param>
public sealed record MarkedPart(string Text, Look Look);

/// <summary>How a part of a text looks.</summary>
public enum Look
{
    Plain,
    Stressed,
    Code,
}
