namespace ChatCoachBot.Core.Practice;

/// <summary>How much of what was learnt is still known when it is asked again.</summary>
/// <param name="Share">0..1; null without a review.</param>
public readonly record struct Recall(int Reviews, double? Share)
{
    /// <summary>Fewer reviews say nothing.</summary>
    public const int Enough = 10;

    public static Recall Of(IEnumerable<PastAttempt> attempts)
    {
        var recalled = attempts.Select(attempt => attempt.Recalled).OfType<bool>().ToList();
        return new Recall(recalled.Count, recalled.Count == 0 ? null : (double)recalled.Count(known => known) / recalled.Count);
    }
}
