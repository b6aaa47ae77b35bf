namespace ChatCoachBot.Core.Content;

/// <summary>A phrase that shall meet a point of an exercise from now on.</summary>
public sealed record PhraseAddition(string PointId, string Phrase)
{
    public const int LongestPhrase = 100;

    /// <summary>Whether the exercise is a file whose rubric a phrase can go into.</summary>
    public static bool Fits(Exercise exercise) => exercise.Rubric is not null && !Practice.TermExercise.Is(exercise);

    /// <summary>The exercise with the phrases added. A point that is no longer there takes none, and none is added twice.</summary>
    public static Exercise Add(Exercise exercise, IReadOnlyList<PhraseAddition> additions) => exercise.Rubric is not { } rubric
        ? exercise
        : exercise with { Rubric = rubric with { Points = [.. rubric.Points.Select(point => additions.Where(one => one.PointId == point.Id).Aggregate(point, (grown, one) => one.AddTo(grown)))] } };

    // Each group of a point needs a phrase of its own: one that is to meet the point by itself goes into all of them.
    private Point AddTo(Point point) => point with
    {
        Any = point.Any.Count == 0 ? point.Any : Grow(point.Any),
        All = [.. point.All.Select(Grow)],
    };

    private IReadOnlyList<string> Grow(IReadOnlyList<string> phrases) => phrases.Contains(Phrase, StringComparer.OrdinalIgnoreCase) ? phrases : [.. phrases, Phrase];
}
