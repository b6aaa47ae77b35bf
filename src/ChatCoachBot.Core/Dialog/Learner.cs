using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog;

/// <summary>A person who practises. Schedules and open exercises belong to their conversations.</summary>
public sealed class Learner
{
    public Guid Id { get; init; }

    /// <summary>The id of the path; null until one is chosen.</summary>
    public string? PathId { get; set; }

    public DateTimeOffset JoinedAt { get; init; }

    public Streak Streak { get; set; } = Streak.None;

    /// <summary>What the learner wants to be called before others; null until they said so.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the team may see the learner's own figures.</summary>
    public bool SharesProgress { get; set; }

    public bool OnLeaderboard { get; set; }

    public bool WantsNoDigest { get; set; }

    /// <summary>The Monday of the week that began with the last digest; null before the first.</summary>
    public DateOnly? DigestWeek { get; set; }
}
