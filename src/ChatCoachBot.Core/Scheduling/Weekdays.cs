namespace ChatCoachBot.Core.Scheduling;

/// <summary>A set of days of the week. The values are stored: they must not change.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,
    Weekend = Saturday | Sunday,
    Everyday = Workdays | Weekend,
}

public static class WeekdaysExtensions
{
    extension(Weekdays days)
    {
        public bool Includes(DayOfWeek day) => (days & Of(day)) != 0;

        /// <summary>In words, for a sentence: "weekdays", "every day" or "Monday, Wednesday".</summary>
        public string InWords() => days switch
        {
            Weekdays.Workdays => "weekdays",
            Weekdays.Everyday => "every day",
            Weekdays.Weekend => "weekends",
            _ => string.Join(", ", Enum.GetValues<DayOfWeek>().OrderBy(MondayFirst).Where(day => days.Includes(day))),
        };
    }

    internal static Weekdays Of(DayOfWeek day) => (Weekdays)(1 << MondayFirst(day));

    private static int MondayFirst(DayOfWeek day) => ((int)day + 6) % 7;
}
