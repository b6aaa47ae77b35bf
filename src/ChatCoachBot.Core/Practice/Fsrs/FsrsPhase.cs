namespace ChatCoachBot.Core.Practice.Fsrs;

/// <summary>Where a card stands.</summary>
public enum FsrsPhase
{
    New,

    /// <summary>Asked for the first time today, and again after a few minutes until it is remembered.</summary>
    Learning,

    /// <summary>Asked again after days.</summary>
    Review,

    /// <summary>Forgotten, and asked again after a few minutes.</summary>
    Relearning,
}
