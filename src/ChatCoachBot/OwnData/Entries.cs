using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Storage;

namespace ChatCoachBot.OwnData;

/// <summary>A learner, as the file for programs tells it. Such records are read by others: what they have may grow, and changes only with <see cref="JsonFile.Format"/>.</summary>
internal sealed record LearnerEntry(
    DateTimeOffset JoinedAt, string? Path, string? Name, bool SharesProgress, bool OnLeaderboard, bool WeeklyDigest, StreakEntry Streak)
{
    public static LearnerEntry Of(Learner learner) =>
        new(learner.JoinedAt, learner.PathId, learner.Name, learner.SharesProgress, learner.OnLeaderboard, !learner.WantsNoDigest, StreakEntry.Of(learner.Streak));
}

/// <param name="Days">Days in a row, as of the last one.</param>
/// <param name="Freezes">Days off in reserve.</param>
internal sealed record StreakEntry(int Days, int Longest, DateOnly? LastOn, string? TimeZone, int Freezes)
{
    public static StreakEntry Of(Streak streak) => new(streak.Days, streak.Longest, streak.LastOn, streak.TimeZone, streak.Freezes);
}

/// <summary>Who the learner is on a platform.</summary>
internal sealed record IdentityEntry(string Platform, string UserId)
{
    public static IdentityEntry Of(Identity identity) => new(identity.Platform, identity.UserId);
}

/// <summary>Where the learner and the coach talk. Conversations that were linked have the same schedule.</summary>
/// <param name="InHand">The exercise that was asked last.</param>
/// <param name="PromptsHere">Whether what is due by the schedule comes here.</param>
internal sealed record ConversationEntry(string Platform, string Workspace, string Address, string? InHand, bool PromptsHere, ScheduleEntry Schedule)
{
    public static ConversationEntry Of(Conversation conversation) => new(
        conversation.Platform,
        conversation.Workspace,
        conversation.Address,
        conversation.Current?.Key,
        conversation.Schedule.ConversationId == conversation.Id,
        ScheduleEntry.Of(conversation.Schedule));
}

/// <param name="Time">The local time of the daily prompt; null for none.</param>
internal sealed record ScheduleEntry(
    TimeOnly? Time, IReadOnlyList<DayOfWeek> Days, string TimeZone, DateOnly? PausedUntil, bool Stopped, string? EndedBecause, DateTimeOffset? NextDue, DateOnly? LastPromptOn)
{
    public static ScheduleEntry Of(Schedule schedule) => new(
        schedule.Time,
        [.. Enum.GetValues<DayOfWeek>().Where(day => schedule.Days.Includes(day))],
        schedule.TimeZone,
        schedule.PausedUntil,
        schedule.Stopped,
        schedule.EndedBecause,
        schedule.NextDue,
        schedule.LastPromptOn);
}

/// <summary>An exercise's best answer in a channel's thread, which names no score.</summary>
internal sealed record ChannelAnswerEntry(DateTimeOffset AskedAt, string Exercise, long Version, bool Passed, IReadOnlyList<string> PointsMet);

/// <summary>How well an exercise is remembered: the state of FSRS, stability in days.</summary>
internal sealed record CardEntry(
    string Exercise, int Attempts, double LastScore, double BestScore, bool Passed, bool Skipped, DateTimeOffset LastAt, DateTimeOffset? TooEasyAt, MemoryEntry Memory)
{
    public static CardEntry Of(Card card) => new(
        card.ExerciseKey, card.Attempts, card.LastScore, card.BestScore, card.Passed, card.Skipped, card.LastAt, card.TooEasyAt, MemoryEntry.Of(card));
}

internal sealed record MemoryEntry(
    string Algorithm, FsrsPhase Phase, int Step, double Stability, double Difficulty, DateTimeOffset? Due, DateTimeOffset? LastReview, int Reviews, int Lapses)
{
    public static MemoryEntry Of(Card card) =>
        new(card.Algorithm, card.Phase, card.Step, card.Stability, card.Difficulty, card.Due, card.LastReview, card.Reviews, card.Lapses);
}
