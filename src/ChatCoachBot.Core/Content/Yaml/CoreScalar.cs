using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>
/// What a scalar means under the core schema of YAML 1.2: in quotes it is a text; without, <c>no</c>, <c>on</c> and <c>1_000</c>
/// are texts too, unlike in YAML 1.1.
/// </summary>
internal static partial class CoreScalar
{
    public static JsonNode? Read(Scalar scalar) => scalar.Style switch
    {
        ScalarStyle.Plain => Parse(scalar.Value),

        // A block ends with a line break for the file's sake, not for the learner's.
        ScalarStyle.Literal or ScalarStyle.Folded => JsonValue.Create(scalar.Value.TrimEnd('\n')),
        _ => JsonValue.Create(scalar.Value),
    };

    private static JsonValue? Parse(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ => ParseNumber(text) ?? JsonValue.Create(text),
    };

    private static JsonValue? ParseNumber(string text)
    {
        if (Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return JsonValue.Create(integer);
        if (Prefixed().IsMatch(text))
            return ParsePrefixed(text[2..], text[1] == 'x' ? 16 : 8);

        // Infinity and "not a number" have no place in JSON and no meaning in content; they stay texts, which the schema then refuses.
        return Float().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : null;
    }

    private static JsonValue? ParsePrefixed(string digits, int radix)
    {
        var value = 0L;
        foreach (var digit in digits)
        {
            if (value > (long.MaxValue >> 4) - 1)
                return null;
            value = value * radix + Convert.ToInt32(digit.ToString(), 16);
        }

        return JsonValue.Create(value);
    }

    [GeneratedRegex("^[-+]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex("^(0o[0-7]+|0x[0-9a-fA-F]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Float();
}
