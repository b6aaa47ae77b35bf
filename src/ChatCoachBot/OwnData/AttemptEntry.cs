using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.OwnData;

/// <summary>One answer with its grade.</summary>
/// <param name="Title">What the exercise is called, or how it begins; null when it is no longer there.</param>
internal sealed record AttemptEntry(
    DateTimeOffset At,
    DateOnly LocalDate,
    string Exercise,
    long Version,
    string? Title,
    string Answer,
    double Score,
    Verdict Verdict,
    IReadOnlyList<string> PointsMet,
    int Hints,
    bool ModelAnswerSeen,
    Rating? Rating,
    bool? Recalled,
    DisputeEntry? Dispute)
{
    public static AttemptEntry Of(Attempt attempt, string? title, Dispute? dispute) => new(
        attempt.At,
        attempt.LocalDate,
        attempt.ExerciseKey,
        attempt.ExerciseVersion,
        title,
        attempt.Answer,
        attempt.Score,
        attempt.Verdict,
        attempt.PointsMet,
        attempt.Hints,
        attempt.ModelShown,
        attempt.Rating,
        attempt.Recalled,
        dispute is null ? null : DisputeEntry.Of(dispute));
}

/// <param name="Word">What the reviewer said to it.</param>
internal sealed record DisputeEntry(DateTimeOffset OpenedAt, DisputeState State, string? Word, DateTimeOffset? DecidedAt)
{
    public static DisputeEntry Of(Dispute dispute) => new(dispute.OpenedAt, dispute.State, dispute.Word, dispute.DecidedAt);
}
