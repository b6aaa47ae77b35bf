using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Practice;

/// <summary>Chooses what to practise, at one moment of one learner.</summary>
/// <param name="now">The moment, with the learner's zone: a thing is due for all of its day.</param>
public sealed class Picker(CardBox cards, FsrsScheduler scheduler, DateTimeOffset now, string timeZone)
{
    private readonly DateTimeOffset _endOfDay = LocalClock.MomentOf(LocalClock.DateAt(now, timeZone).AddDays(1), default, timeZone) ?? now.AddDays(1);

    /// <summary>
    /// The first of these that is new, in their order, those passed over last; then the skipped ones; then what has faded most. Null only
    /// when there is none to choose from.
    /// </summary>
    public PublishedExercise? Next(IEnumerable<PublishedExercise> exercises, string? butNot = null) =>
        InOrder(exercises).OrderBy(exercise => exercise.Key == butNot).FirstOrDefault();

    /// <summary>What is to be asked again today, the most faded first.</summary>
    public IEnumerable<PublishedExercise> Due(IEnumerable<PublishedExercise> exercises) => MostFadedFirst(exercises, IsDue);

    /// <summary>A quiz: what is due or never went right comes first, then what is new, then what has faded most; no two of a kind in a row where that can be helped.</summary>
    public IReadOnlyList<PublishedExercise> Quiz(IReadOnlyList<PublishedExercise> exercises, int count) =>
        Mixed([.. MostFadedFirst(exercises, card => IsDue(card) || card is { Attempts: > 0, Passed: false }).Concat(InOrder(exercises)).Distinct().Take(count)]);

    /// <summary>The chance that a thing is recalled now, 0..1.</summary>
    public double Retrievability(Card card) => scheduler.Retrievability(card.Memory, now);

    /// <summary>Reviews come by the day, so that an hour's difference does not put one off; what was learnt just now comes back in minutes.</summary>
    public bool IsDue(Card? card) => card is { IsNew: false } && card.Memory switch
    {
        { Phase: FsrsPhase.New } => true,
        { Phase: FsrsPhase.Review } memory => memory.Due < _endOfDay,
        var memory => memory.Due <= now,
    };

    private IEnumerable<PublishedExercise> MostFadedFirst(IEnumerable<PublishedExercise> exercises, Func<Card?, bool> choose) =>
        exercises
            .Select(exercise => (Exercise: exercise, Card: cards.Find(exercise.Key)))
            .Where(pair => choose(pair.Card))
            .OrderBy(pair => Retrievability(pair.Card!))
            .ThenBy(pair => pair.Card!.Due)
            .Select(pair => pair.Exercise);

    private IOrderedEnumerable<PublishedExercise> InOrder(IEnumerable<PublishedExercise> exercises) =>
        exercises
            .OrderBy(exercise => cards.Find(exercise.Key) switch
            {
                null => 0,
                { IsNew: true, Skipped: false } => 0,
                { IsNew: true } => 1,
                _ => 2,
            })
            .ThenBy(exercise => cards.Find(exercise.Key) switch
            {
                null => 0,
                { IsNew: true } passedOver => passedOver.LastAt.UtcTicks,
                var card => Retrievability(card),
            })
            .ThenBy(exercise => cards.Find(exercise.Key)?.LastAt ?? DateTimeOffset.MinValue);

    private static List<PublishedExercise> Mixed(List<PublishedExercise> chosen)
    {
        var mixed = new List<PublishedExercise>(chosen.Count);
        while (chosen.Count > 0)
        {
            var next = Math.Max(0, chosen.FindIndex(exercise => mixed.Count == 0 || exercise.Exercise.Kind != mixed[^1].Exercise.Kind));
            mixed.Add(chosen[next]);
            chosen.RemoveAt(next);
        }

        return mixed;
    }
}
