namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>One thing a learner can mean.</summary>
public abstract class Intent
{
    /// <summary>Whether it looks at more cards than that of the current exercise.</summary>
    public virtual bool NeedsAllCards => false;

    /// <summary>Whether it looks at what was answered before.</summary>
    public virtual bool NeedsAttempts => false;

    /// <summary>Whether it is about the channel it was said in.</summary>
    public virtual bool NeedsChannel => false;

    /// <summary>Whether it shows who is on the leaderboard.</summary>
    public virtual bool NeedsLeaderboard => false;

    /// <summary>Whether it is about a grade that was given before.</summary>
    public virtual bool NeedsAnswerInQuestion => false;

    /// <summary>Whether it may hold a code that joins two learners.</summary>
    public virtual bool NeedsLinkOffer => false;

    /// <summary>Whether it looks at the other places where the learner practises.</summary>
    public virtual bool NeedsPlaces => false;

    /// <param name="rest">What was said, without the intent's own word.</param>
    public abstract void Respond(Turn turn, string rest);
}
