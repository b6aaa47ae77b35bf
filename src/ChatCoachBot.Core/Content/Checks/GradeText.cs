using System.Globalization;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>A grade in one line: <c>partial 0.50: met converge; missed when-writes-stop</c>.</summary>
internal static class GradeText
{
    public static string Of(Grade grade)
    {
        var verdict = grade.Verdict.ToString().ToLowerInvariant();
        var parts = new[]
        {
            Part("met", grade.Points.Where(point => point.Met).Select(point => point.Id)),
            Part("missed", grade.Points.Where(point => !point.Met).Select(point => point.Id)),
            Part("shows", grade.Misconceptions.Select(misconception => misconception.Id)),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{verdict} {grade.Score:0.00}: {string.Join("; ", parts.OfType<string>())}");
    }

    private static string? Part(string word, IEnumerable<string> ids) => string.Join(", ", ids) is { Length: > 0 } list ? $"{word} {list}" : null;
}
