using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Practice;

/// <summary>Those who chose to be on the leaderboard, most days of practice first.</summary>
internal static class Leaderboard
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<LeaderboardEntry>> ReadAsync(CoachDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (since, today) = (DateOnly.FromDateTime(now.UtcDateTime).AddDays(1 - LeaderboardEntry.Window), DateOnly.FromDateTime(now.UtcDateTime).AddDays(1));
        // Local dates differ from UTC's by a day at most; by the moment of the attempt they are found through an index.
        var (from, to) = (now.AddDays(-LeaderboardEntry.Window - 1), now.AddDays(1));
        var entries = await db.Learners
            .Where(learner => learner.OnLeaderboard && learner.Name != null)
            .Select(learner => new
            {
                learner.Id,
                learner.Name,
                Days = db.Attempts
                    .Where(attempt => attempt.LearnerId == learner.Id && attempt.At >= from && attempt.At <= to && attempt.LocalDate >= since && attempt.LocalDate <= today)
                    .Select(attempt => attempt.LocalDate).Distinct().Count(),
            })
            .OrderByDescending(entry => entry.Days)
            .ThenBy(entry => entry.Name)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. entries.Select(entry => new LeaderboardEntry(entry.Name!, Math.Min(entry.Days, LeaderboardEntry.Window)))];
    }
}
