using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Reviews;

/// <summary>One disputed grade with all it takes to judge it.</summary>
/// <param name="Exercise">In the version that was asked; null when it is gone.</param>
public sealed record DisputedAnswer(Dispute Dispute, Attempt Attempt, Exercise? Exercise);

/// <summary>How one exercise fared.</summary>
/// <param name="HasPhrases">Whether phrases were added to its rubric, to be downloaded.</param>
public sealed record ExerciseDisputes(string Key, int Disputed, int Open, int Accepted, int Unclear, bool HasPhrases)
{
    public static async Task<IReadOnlyList<ExerciseDisputes>> CountAsync(IQueryable<Dispute> disputes, CancellationToken cancellationToken)
    {
        var counts = await disputes
            .GroupBy(dispute => new { dispute.ExerciseKey, dispute.State, HasPhrase = dispute.Phrase != null })
            .Select(group => new { group.Key.ExerciseKey, group.Key.State, group.Key.HasPhrase, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts.GroupBy(count => count.ExerciseKey).Select(group =>
            {
                var byState = group.ToLookup(count => count.State, count => count.Count);
                return new ExerciseDisputes(
                    group.Key,
                    group.Sum(count => count.Count),
                    byState[DisputeState.Open].Sum(),
                    byState[DisputeState.Accepted].Sum(),
                    byState[DisputeState.Unclear].Sum(),
                    group.Any(count => count.HasPhrase));
            }),
        ];
    }
}

/// <summary>What a reviewer sees at once.</summary>
/// <param name="Page">From 1.</param>
public sealed record ReviewPile(
    IReadOnlyList<DisputedAnswer> Open, int OpenInAll, int Page, IReadOnlyList<DisputedAnswer> Closed, IReadOnlyList<ExerciseDisputes> Exercises)
{
    public const int PageSize = 20;

    public bool HasMore => OpenInAll > Page * PageSize;
}
