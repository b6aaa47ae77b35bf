using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Grading.Rubrics;

/// <summary>Advice on the length and the choice of words. Immutable.</summary>
internal sealed class LanguageAdviser(LanguageAdvice advice, PhraseCompiler compiler)
{
    private readonly (Criterion Phrases, string Tip)[] avoided =
        [.. advice.Avoid.Select(avoid => (Criterion.Compile("Words to avoid", avoid.Any, [], compiler), avoid.Tip))];

    public IReadOnlyList<string> Advise(Reading reading)
    {
        List<string>? tips = null;
        if (LengthTip(reading.Text.WordCount) is { } lengthTip)
            (tips ??= []).Add(lengthTip);
        foreach (var (phrases, tip) in avoided)
        {
            if (phrases.Find(reading, MentionRule.Always) is not null)
                (tips ??= []).Add(tip);
        }

        return (IReadOnlyList<string>?)tips ?? [];
    }

    private string? LengthTip(int words) => advice.Words switch
    {
        { Min: { } least } when words < least =>
            $"Your answer has {Count(words)}. Try at least {Text(least)} to give the whole picture.",
        { Max: { } most } when words > most =>
            $"Your answer has {Count(words)}. Try at most {Text(most)} to keep the reader with you.",
        _ => null,
    };

    private static string Count(int words) => words == 1 ? "1 word" : Text(words) + " words";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
