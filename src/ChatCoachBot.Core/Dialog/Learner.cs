namespace ChatCoachBot.Core.Dialog;

/// <summary>A person who practises. Schedules and open exercises belong to their conversations.</summary>
public sealed class Learner
{
    public Guid Id { get; init; }

    /// <summary>The id of the path; null until one is chosen.</summary>
    public string? PathId { get; set; }

    public DateTimeOffset JoinedAt { get; init; }
}
