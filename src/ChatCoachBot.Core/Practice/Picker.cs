using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Practice;

/// <summary>Chooses what to practise.</summary>
public static class Picker
{
    /// <summary>
    /// The first of these the learner has neither answered nor skipped, those passed over last; then the skipped ones; then what is not passed yet; then the one
    /// answered longest ago. Null only when there is none to choose from.
    /// </summary>
    public static PublishedExercise? Next(IEnumerable<PublishedExercise> exercises, CardBox cards, string? butNot = null) =>
        InOrder(exercises, cards).OrderBy(exercise => exercise.Key == butNot).FirstOrDefault();

    /// <summary>A round: what went wrong comes first, then what is new, then what was passed longest ago.</summary>
    public static IReadOnlyList<PublishedExercise> Round(IEnumerable<PublishedExercise> exercises, CardBox cards, int count)
    {
        var ordered = InOrder(exercises, cards).ToList();
        return [.. ordered.OrderBy(exercise => cards.Find(exercise.Key) is { Attempts: > 0, Passed: false } ? 0 : 1).Take(count)];
    }

    private static IOrderedEnumerable<PublishedExercise> InOrder(IEnumerable<PublishedExercise> exercises, CardBox cards) =>
        exercises
            .OrderBy(exercise => cards.Find(exercise.Key) switch
            {
                null => 0,
                { Skipped: true } => 1,
                { Attempts: 0 } => 0,
                { Passed: false } => 2,
                _ => 3,
            })
            .ThenBy(exercise => cards.Find(exercise.Key)?.LastAt ?? DateTimeOffset.MinValue);
}
