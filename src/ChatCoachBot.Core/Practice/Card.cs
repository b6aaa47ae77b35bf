using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Practice;

/// <summary>What one learner has done with one exercise.</summary>
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

    /// <summary>It was asked, and the learner went on without a word: it is still new, but others go first.</summary>
    public void PassOver(DateTimeOffset at) => LastAt = at;

    public void Skip(DateTimeOffset at) => (Skipped, LastAt) = (true, at);

    public void Answer(Grade grade, DateTimeOffset at)
    {
        Attempts++;
        LastScore = grade.Score;
        BestScore = Math.Max(BestScore, grade.Score);
        Passed |= grade.Verdict == Verdict.Pass;
        (Skipped, LastAt) = (false, at);
    }
}
