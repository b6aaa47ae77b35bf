using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Practice;

/// <summary>What a learner often leaves out: points missed at the first try of a day, in several exercises or again and again in one.</summary>
public static class WeakPoints
{
    private const int Most = 3;
    private const int OftenInOne = 3;

    /// <returns>In the rubric's own words, the most often missed first.</returns>
    public static IReadOnlyList<string> Of(PublishedPath path, IEnumerable<PastAttempt> attempts)
    {
        var missed = attempts
            .GroupBy(attempt => (attempt.ExerciseKey, attempt.LocalDate))
            .Select(tries => tries.MinBy(attempt => attempt.At)!)
            .SelectMany(attempt => (path.Exercise(attempt.ExerciseKey)?.Exercise.Rubric?.Points ?? [])
                .Where(point => !attempt.PointsMet.Contains(point.Id))
                .Select(point => (Point: point, attempt.ExerciseKey, attempt.At)));
        return
        [
            .. missed
                .GroupBy(miss => miss.Point.Id)
                .Where(misses => misses.DistinctBy(miss => miss.ExerciseKey).Skip(1).Any() || misses.Count() >= OftenInOne)
                .OrderByDescending(misses => misses.Count())
                .ThenByDescending(misses => misses.Max(miss => miss.At))
                .Take(Most)
                .Select(misses => misses.MaxBy(miss => miss.At).Point.Missed.Trim()),
        ];
    }
}
