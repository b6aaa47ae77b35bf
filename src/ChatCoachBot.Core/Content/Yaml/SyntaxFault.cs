using YamlDotNet.Core;

namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>Says in the words of someone who writes content what the parser says in the words of the YAML specification.</summary>
internal static class SyntaxFault
{
    /// <summary>By a part of the parser's message; the first that fits wins.</summary>
    private static readonly (string Parser, string Plain)[] _explanations =
    [
        ("invalid mapping", "A ': ' or a key stands where none can; put a text that contains ': ' in quotes, and check the indentation."),
        ("cannot start any token", "A text cannot start with this character; put the text in quotes."),
        ("tab", "A tab stands where YAML needs spaces; replace it."),
        ("found unexpected end of stream", "The quote that opens here is never closed; close it, and double a single quote inside single quotes."),
        ("found unexpected document indicator", "The quote that opens here is not closed before '---'; close it."),
        ("quoted scalar, found wrong indentation", "The text in quotes goes on without indentation; indent it, or close the quote."),
        ("a quoted scalar", "A backslash in double quotes starts an escape that YAML does not know; use single quotes for this text."),
        ("did not find expected key", "The line does not fit what is above it; check its indentation, that its key has ': ', and that nothing follows a closing quote."),
        ("did not find expected '-' indicator", "A list goes on here without '- '; check the indentation."),
        ("could not find expected ':'", "A key has no ': ' after it; add it, or indent the line when it continues a text."),
        ("did not find expected ','", "A '[' or '{' is not closed, or a ',' is missing before this."),
        ("node content", "A value is missing here, or a '[' or '{' is not closed."),
        ("<document end>", "Something follows the end of the content; remove it, or check the brackets and the indentation."),
        ("tag", "Tags (!name) are not allowed in content; remove it, or put a text that starts with '!' in quotes."),
        ("anchor", "A text cannot start with '&' or '*'; put it in quotes."),
        ("directive", "A line that starts with '%' is not needed here; remove it."),
        ("block scalar", "The text after '|' or '>' must start on the next line, every line indented alike with spaces."),
        ("comment", "A comment needs a space before its '#' and cannot stand inside a text; put a text that contains '#' in quotes."),
    ];

    public static string Explain(YamlException fault) => fault is UnreadableYamlException
        ? fault.Message
        : Array.Find(_explanations, e => fault.Message.Contains(e.Parser, StringComparison.OrdinalIgnoreCase)).Plain ?? $"This is not YAML: {fault.Message}";

    public static bool MayBeOpenBracket(YamlException fault) =>
        fault.Message.Contains("did not find expected ','", StringComparison.Ordinal) || fault.Message.Contains("node content", StringComparison.Ordinal);
}
