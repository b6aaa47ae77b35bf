namespace ChatCoachBot.Core.Practice.Fsrs;

/// <summary>How well something was remembered. The numbers are those of FSRS.</summary>
public enum Rating
{
    /// <summary>It was forgotten.</summary>
    Again = 1,

    Hard = 2,

    Good = 3,

    Easy = 4,
}
