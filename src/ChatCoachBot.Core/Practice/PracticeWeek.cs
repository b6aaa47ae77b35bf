using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Practice;

/// <summary>One week of a learner's practice.</summary>
/// <param name="Retention">The share of reviews that were recalled, 0..1; null when there was none.</param>
public sealed record PracticeWeek(DateOnly Monday, int Answers, double? Retention)
{
    public const int Shown = 8;

    /// <summary>The last weeks, the oldest first.</summary>
    /// <param name="monday">Of the last one.</param>
    public static IReadOnlyList<PracticeWeek> Of(IEnumerable<PastAttempt> attempts, DateOnly monday)
    {
        var byWeek = attempts.ToLookup(attempt => Weeks.MondayOf(attempt.LocalDate));
        return [.. Enumerable.Range(1 - Shown, Shown).Select(week => monday.AddDays(7 * week)).Select(week => new PracticeWeek(week, byWeek[week].Count(), Recall.Of(byWeek[week]).Share))];
    }
}
