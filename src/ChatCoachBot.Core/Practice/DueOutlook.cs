using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Practice;

/// <summary>What comes back when, by the learner's local days.</summary>
/// <param name="Next">The first moment after tomorrow; null for none.</param>
public sealed record DueOutlook(int Today, int Tomorrow, int ThisWeek, DateTimeOffset? Next)
{
    public static DueOutlook Of(PublishedPath path, CardBox cards, string timeZone, DateTimeOffset now)
    {
        var today = LocalClock.DateAt(now, timeZone);
        var sunday = Weeks.MondayOf(today).AddDays(6);
        var dates = path.Syllabus
            .Select(exercise => cards.Find(exercise.Key))
            .OfType<Card>()
            .Where(card => !card.IsNew)
            .Select(card => card.Memory is { Phase: not FsrsPhase.New } memory && memory.Due > now ? memory.Due : now)
            .Select(due => (Due: due, Date: LocalClock.DateAt(due, timeZone)))
            .ToList();
        var later = dates.Where(due => due.Date > today.AddDays(1)).Select(due => due.Due).ToList();
        return new DueOutlook(
            dates.Count(due => due.Date <= today),
            dates.Count(due => due.Date == today.AddDays(1)),
            dates.Count(due => due.Date <= sunday),
            later.Count == 0 ? null : later.Min());
    }
}
