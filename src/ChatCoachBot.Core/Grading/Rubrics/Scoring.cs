using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Grading.Rubrics;

/// <summary>From points met and misconceptions shown to score, verdict and the one thing to improve first.</summary>
internal static class Scoring
{
    // 0.9 - 0.3 is a hair above 0.6; a pass mark must not depend on that.
    private const double Hair = 1e-9;

    private static readonly List<Misconception> NoIdeas = [];

    public static Grade Grade(
        Rubric rubric,
        PointResult[] points,
        IReadOnlyList<MisconceptionResult> shown,
        IReadOnlyList<SpellingTip> spelling,
        IReadOnlyList<string> language,
        IReadOnlyList<string> notes)
    {
        var ideas = shown.Count == 0 ? NoIdeas : [.. rubric.Misconceptions.Where(idea => IsShown(idea, shown))];
        var score = Score(rubric, points, ideas);
        return new()
        {
            Score = score,
            Verdict = VerdictOf(rubric, points, ideas, score),
            Points = points,
            Misconceptions = shown,
            Spelling = spelling.Count > 0 ? spelling : [],
            Language = language,
            Notes = notes,
            ImproveFirst = WorstIdea(ideas)?.Feedback ?? HeaviestMiss(rubric, points)?.Missed ?? Tip(spelling)
                ?? (language is [var advice, ..] ? advice : null),
        };
    }

    private static double Score(Rubric rubric, PointResult[] points, List<Misconception> ideas)
    {
        double met = 0, all = 0, penalties = 0;
        for (var i = 0; i < points.Length; i++)
        {
            all += rubric.Points[i].Weight;
            if (points[i].Met)
                met += rubric.Points[i].Weight;
        }

        foreach (var idea in ideas)
            penalties += idea.Penalty;
        return Math.Clamp((met / all) - penalties, 0, 1);
    }

    private static Verdict VerdictOf(Rubric rubric, PointResult[] points, List<Misconception> ideas, double score)
    {
        if (score < rubric.Fail - Hair || ideas.Exists(idea => idea.Fails))
            return Verdict.Fail;
        if (score < rubric.Pass - Hair)
            return Verdict.Partial;
        for (var i = 0; i < points.Length; i++)
        {
            if (rubric.Points[i].Required && !points[i].Met)
                return Verdict.Partial;
        }

        return Verdict.Pass;
    }

    private static Misconception? WorstIdea(List<Misconception> ideas) =>
        ideas.OrderByDescending(idea => idea.Fails).ThenByDescending(idea => idea.Penalty).FirstOrDefault();

    // Of equally heavy ones, the first in the rubric.
    private static Point? HeaviestMiss(Rubric rubric, PointResult[] points)
    {
        Point? heaviest = null;
        for (var i = 0; i < points.Length; i++)
        {
            var point = rubric.Points[i];
            if (!points[i].Met && (heaviest is null || (point.Required, point.Weight).CompareTo((heaviest.Required, heaviest.Weight)) > 0))
                heaviest = point;
        }

        return heaviest;
    }

    public static string? Tip(IReadOnlyList<SpellingTip> spelling) =>
        spelling is [var tip, ..] ? $"Check one spelling: “{tip.Right}” instead of “{tip.Typed}”." : null;

    private static bool IsShown(Misconception idea, IReadOnlyList<MisconceptionResult> shown)
    {
        foreach (var result in shown)
        {
            if (result.Id == idea.Id)
                return true;
        }

        return false;
    }
}
