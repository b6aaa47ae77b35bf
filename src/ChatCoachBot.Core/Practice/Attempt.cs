using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Practice;

/// <summary>One graded answer.</summary>
public sealed class Attempt
{
    public long Id { get; init; }

    public Guid LearnerId { get; init; }

    /// <summary>The exercise as <c>path/exercise</c>, and the version of it that was asked.</summary>
    public required string ExerciseKey { get; init; }

    public required long ExerciseVersion { get; init; }

    public required string Answer { get; init; }

    public required double Score { get; init; }

    public required Verdict Verdict { get; init; }

    public required IReadOnlyList<string> PointsMet { get; init; }

    public required int Hints { get; init; }

    /// <summary>Whether the learner had seen the model answer before.</summary>
    public required bool ModelShown { get; init; }

    public required DateTimeOffset At { get; init; }

    public static Attempt Of(Guid learnerId, PublishedExercise asked, string answer, Grade grade, DateTimeOffset at, int hints = 0, bool modelShown = false) => new()
    {
        LearnerId = learnerId,
        ExerciseKey = asked.Key,
        ExerciseVersion = asked.Version,
        Answer = answer,
        Score = grade.Score,
        Verdict = grade.Verdict,
        PointsMet = [.. grade.Points.Where(point => point.Met).Select(point => point.Id)],
        Hints = hints,
        ModelShown = modelShown,
        At = at,
    };
}
