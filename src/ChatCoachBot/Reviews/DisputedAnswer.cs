using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Reviews;

/// <summary>One disputed grade with all it takes to judge it.</summary>
/// <param name="Exercise">In the version that was asked; null when it is gone.</param>
public sealed record DisputedAnswer(Dispute Dispute, Attempt Attempt, Exercise? Exercise);

/// <summary>How one exercise fared.</summary>
/// <param name="HasPhrases">Whether phrases were added to its rubric, to be downloaded.</param>
public sealed record ExerciseDisputes(string Key, int Disputed, int Accepted, int Unclear, bool HasPhrases);

/// <summary>What a reviewer sees at once.</summary>
/// <param name="Page">From 1.</param>
public sealed record ReviewPile(
    IReadOnlyList<DisputedAnswer> Open, int OpenInAll, int Page, IReadOnlyList<DisputedAnswer> Closed, IReadOnlyList<ExerciseDisputes> Exercises)
{
    public const int PageSize = 20;

    public bool HasMore => OpenInAll > Page * PageSize;
}
