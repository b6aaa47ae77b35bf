using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.Core.Practice;

/// <summary>What one learner has done with one exercise, and how well it is remembered.</summary>
public sealed class Card
{
    public Guid LearnerId { get; init; }

    public required string ExerciseKey { get; init; }

    public int Attempts { get; private set; }

    /// <summary>The last score, 0..1; 0 before the first attempt.</summary>
    public double LastScore { get; private set; }

    public double BestScore { get; private set; }

    public bool Passed { get; private set; }

    public bool Skipped { get; private set; }

    /// <summary>When it was last answered, skipped or passed over.</summary>
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>When the learner last found it too easy to answer; null for never.</summary>
    public DateTimeOffset? TooEasyAt { get; private set; }

    /// <summary>What the memory was reckoned with, so that a later algorithm knows what it has; empty for nothing yet.</summary>
    public string Algorithm { get; private set; } = "";

    public FsrsPhase Phase { get; private set; }

    public int Step { get; private set; }

    public double Stability { get; private set; }

    public double Difficulty { get; private set; }

    /// <summary>When it is to be asked again; null before it was ever reviewed.</summary>
    public DateTimeOffset? Due { get; private set; }

    public DateTimeOffset? LastReview { get; private set; }

    public int Reviews { get; private set; }

    public int Lapses { get; private set; }

    /// <summary>Whether it is to be learnt yet: it may have been asked, but never answered.</summary>
    public bool IsNew => Attempts == 0 && TooEasyAt is null;

    /// <summary>The memory; that of a new card when another algorithm made it, since its figures mean something else.</summary>
    public FsrsCard Memory
    {
        get => Algorithm != FsrsScheduler.Version
            ? default
            : new FsrsCard
            {
                Phase = Phase,
                Step = Step,
                Stability = Stability,
                Difficulty = Difficulty,
                Due = Due ?? default,
                LastReview = LastReview ?? default,
                Reviews = Reviews,
                Lapses = Lapses,
            };
        private set => (Algorithm, Phase, Step, Stability, Difficulty, Due, LastReview, Reviews, Lapses) =
            (FsrsScheduler.Version, value.Phase, value.Step, value.Stability, value.Difficulty, value.Due, value.LastReview, value.Reviews, value.Lapses);
    }

    /// <summary>It was asked, and the learner went on without a word: it is still new, but others go first.</summary>
    public void PassOver(DateTimeOffset at) => LastAt = at;

    public void Skip(DateTimeOffset at) => (Skipped, LastAt) = (true, at);

    public void FindTooEasy(FsrsScheduler scheduler, DateTimeOffset at)
    {
        Memory = scheduler.Review(Memory, Rating.Easy, at);
        (TooEasyAt, Skipped, LastAt) = (at, false, at);
    }

    public void Take(Attempt attempt, FsrsScheduler scheduler)
    {
        Attempts++;
        LastScore = attempt.Score;
        BestScore = Math.Max(BestScore, attempt.Score);
        Passed |= attempt.Verdict == Verdict.Pass;
        (Skipped, LastAt) = (false, attempt.At);
        Memory = scheduler.Review(Memory, attempt.Rating ?? Ratings.Of(attempt.Score, attempt.Verdict), attempt.At);
    }

    /// <summary>Reckons all of it anew from what was answered: after a correction, or for an algorithm that is new.</summary>
    /// <param name="attempts">All that the learner answered to the exercise, in any order.</param>
    public void Replay(IEnumerable<Attempt> attempts, FsrsScheduler scheduler)
    {
        var (skipped, lastAt, tooEasyAt) = (Skipped, LastAt, TooEasyAt);
        (Attempts, LastScore, BestScore, Passed) = (0, 0, 0, false);
        (Algorithm, Phase, Step, Stability, Difficulty, Due, LastReview, Reviews, Lapses) = ("", FsrsPhase.New, 0, 0, 0, null, null, 0, 0);
        foreach (var attempt in attempts.OrderBy(attempt => attempt.At).ThenBy(attempt => attempt.Id))
        {
            if (tooEasyAt <= attempt.At)
            {
                FindTooEasy(scheduler, tooEasyAt.Value);
                tooEasyAt = null;
            }

            Take(attempt, scheduler);
        }

        if (tooEasyAt is { } at)
        {
            FindTooEasy(scheduler, at);
        }

        (Skipped, LastAt) = (skipped, lastAt > LastAt ? lastAt : LastAt);
    }

    /// <summary>Takes over what another card of the same exercise knows besides answers, when two learners turn out to be one.</summary>
    public void Join(Card other)
    {
        Skipped &= other.Skipped || other.IsNew;
        LastAt = other.LastAt > LastAt ? other.LastAt : LastAt;
        TooEasyAt = TooEasyAt is null || other.TooEasyAt > TooEasyAt ? other.TooEasyAt : TooEasyAt;
    }

    /// <summary>The card of a learner who was one with this one's: it knows all but the answers.</summary>
    public Card Part(Guid learner) => new() { LearnerId = learner, ExerciseKey = ExerciseKey, Skipped = Skipped, LastAt = LastAt, TooEasyAt = TooEasyAt };
}
