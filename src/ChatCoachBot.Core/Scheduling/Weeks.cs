namespace ChatCoachBot.Core.Scheduling;

/// <summary>Weeks begin on Mondays.</summary>
public static class Weeks
{
    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
