using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Practice;

/// <summary>How many days in a row a learner has practised. A day off neither counts nor breaks it, and today may still come.</summary>
public static class Streak
{
    /// <summary>How far back it is worth looking.</summary>
    public const int MostDays = 400;

    /// <param name="practised">The local dates with an answer.</param>
    /// <param name="days">The weekdays on which the learner practises.</param>
    public static int Of(IReadOnlySet<DateOnly> practised, DateOnly today, Weekdays days)
    {
        var streak = practised.Contains(today) ? 1 : 0;
        for (var back = 1; back <= MostDays; back++)
        {
            var date = today.AddDays(-back);
            if (practised.Contains(date))
            {
                streak++;
            }
            else if (days.Includes(date.DayOfWeek))
            {
                break;
            }
        }

        return streak;
    }
}
