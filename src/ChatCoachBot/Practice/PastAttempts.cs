using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Practice;

/// <summary>Reads what learners answered of late, without the answers.</summary>
internal static class PastAttempts
{
    public static async Task<ILookup<Guid, PastAttempt>> OfAsync(CoachDb db, IReadOnlyCollection<Guid> learners, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - PastAttempt.LookBack;
        List<PastAttempt> attempts = learners.Count == 0 ? [] : await db.Attempts
            .Where(attempt => learners.Contains(attempt.LearnerId) && attempt.At >= since)
            .Select(attempt => new PastAttempt(attempt.LearnerId, attempt.ExerciseKey, attempt.At, attempt.LocalDate, attempt.Verdict, attempt.Recalled, attempt.PointsMet))
            .ToListAsync(cancellationToken);
        return attempts.ToLookup(attempt => attempt.LearnerId);
    }
}
