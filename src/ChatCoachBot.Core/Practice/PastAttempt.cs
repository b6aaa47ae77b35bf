using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Practice;

/// <summary>An attempt of before, without what was written: all that figures are made of.</summary>
public sealed record PastAttempt(Guid LearnerId, string ExerciseKey, DateTimeOffset At, DateOnly LocalDate, Verdict Verdict, bool? Recalled, IReadOnlyList<string> PointsMet)
{
    /// <summary>How far back a learner's figures look.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(60);
}
