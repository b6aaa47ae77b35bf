using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>A person who practises, in one conversation or several. Open exercises belong to those.</summary>
public sealed class Learner
{
    public Guid Id { get; init; }

    /// <summary>The id of the path; null until one is chosen.</summary>
    public string? PathId { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    public Streak Streak { get; set; } = Streak.None;

    /// <summary>What the learner wants to be called before others; null until they said so.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the team may see the learner's own figures.</summary>
    public bool SharesProgress { get; set; }

    public bool OnLeaderboard { get; set; }

    public bool WantsNoDigest { get; set; }

    /// <summary>The Monday of the week that began with the last digest; null before the first.</summary>
    public DateOnly? DigestWeek { get; set; }

    /// <summary>Takes over what another learner is, who turned out to be the same person. Others see what both let them see.</summary>
    /// <param name="practised">The local dates on which either answered.</param>
    /// <param name="schedule">The one that goes on.</param>
    public void Join(Learner other, IEnumerable<DateOnly> practised, Schedule schedule, DateTimeOffset now)
    {
        if (other.Streak.LastOn is not null)
        {
            SharesProgress &= other.SharesProgress;
            OnLeaderboard &= other.OnLeaderboard;
        }

        PathId ??= other.PathId;
        JoinedAt = other.JoinedAt < JoinedAt ? other.JoinedAt : JoinedAt;
        Name ??= other.Name;
        WantsNoDigest |= other.WantsNoDigest;
        DigestWeek = DigestWeek is null || other.DigestWeek > DigestWeek ? other.DigestWeek : DigestWeek;
        Streak = Streak.Merge(Streak, other.Streak, practised, schedule);
        // Either may have rested; from now on it is the schedule's pause that counts.
        Streak = schedule.PausedUntil is { } until && until > LocalClock.DateAt(now, schedule.TimeZone) ? Streak.Rest(until, schedule, now) : Streak.Wake(schedule, now);
    }

    /// <summary>A learner who was one with this: nothing is lost to either, and nobody else sees the new one.</summary>
    public Learner Part(Guid id) => new()
    {
        Id = id,
        PathId = PathId,
        JoinedAt = JoinedAt,
        Streak = Streak,
        WantsNoDigest = WantsNoDigest,
        DigestWeek = DigestWeek,
    };
}
