using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>One answer within the braces of a GIFT question.</summary>
/// <param name="IsOption">Written with <c>~</c>, as the wrong options of a multiple choice are.</param>
/// <param name="Weight">The percentage of the mark that it gives.</param>
internal sealed partial record GiftAnswer(bool IsOption, double Weight, string Text, string? Feedback)
{
    public bool IsRight => Weight >= 100;

    /// <param name="hidden">What stands in the braces, with the signs that are only text hidden.</param>
    /// <returns>Null for a question of another kind: true or false, a number, pairs, an essay.</returns>
    public static IReadOnlyList<GiftAnswer>? All(string hidden)
    {
        var general = hidden.IndexOf("####", StringComparison.Ordinal);
        var answers = (general < 0 ? hidden : hidden[..general]).Trim();
        return answers is not ['=' or '~', ..] || answers.Contains("->", StringComparison.Ordinal)
            ? null
            : [.. Sign().Split(answers).Where(answer => answer.Trim().Length > 1).Select(Read)];
    }

    private static GiftAnswer Read(string answer)
    {
        var isOption = answer[0] == '~';
        var rest = answer[1..].Trim();
        var weight = Percentage().Match(rest);
        var parts = rest[weight.Length..].Split('#', 2);
        return new(
            isOption,
            weight.Success ? double.Parse(weight.Groups["percent"].Value, CultureInfo.InvariantCulture) : isOption ? 0 : 100,
            GiftText.Show(parts[0]),
            parts.Length > 1 && GiftText.Show(parts[1]) is { Length: > 0 } feedback ? feedback : null);
    }

    [GeneratedRegex("(?=[=~])", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^%(?<percent>-?\d{1,3}(\.\d{1,10})?)%", RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();
}
