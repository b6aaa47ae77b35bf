using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.Core.Practice;

/// <summary>One graded answer.</summary>
public sealed class Attempt
{
    public long Id { get; init; }

    public Guid LearnerId { get; init; }

    /// <summary>Where it was given; null for those of before this was kept.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>The exercise as <c>path/exercise</c>, and the version of it that was asked.</summary>
    public required string ExerciseKey { get; init; }

    public required long ExerciseVersion { get; init; }

    public required string Answer { get; init; }

    /// <summary>0..1.</summary>
    public required double Score { get; set; }

    public required Verdict Verdict { get; set; }

    public required IReadOnlyList<string> PointsMet { get; init; }

    public required int Hints { get; init; }

    /// <summary>Whether the learner had seen the model answer before.</summary>
    public required bool ModelShown { get; init; }

    /// <summary>What it said about the learner's memory; null for those of before this was kept.</summary>
    public Rating? Rating { get; set; }

    /// <summary>Whether a thing that had been learnt before was still known; null when it was new, being learnt, or tried again.</summary>
    public bool? Recalled { get; set; }

    /// <summary>The learner's local date.</summary>
    public DateOnly LocalDate { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A reviewer found it right after all.</summary>
    public void Accept()
    {
        (Score, Verdict) = (1, Verdict.Pass);
        Rating = Ratings.Of(Score, Verdict);
        Recalled = Recalled is null ? null : true;
    }
}
