using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Practice;

/// <summary>
/// How many days in a row a learner has practised. A day off or in a pause neither counts nor breaks it, today may still come, and a
/// missed day takes a freeze while there is one: each week of practice earns one. Whoever moves to another zone loses nothing by it.
/// </summary>
public sealed record Streak
{
    public const int MostFreezes = 2;

    /// <summary>Farther back nobody needs to look: no streak outlives that.</summary>
    private const int MostDays = 400;

    public static readonly Streak None = new();

    /// <summary>The days so far, as of <see cref="LastOn"/>.</summary>
    public int Days { get; init; }

    public int Longest { get; init; }

    /// <summary>The last local date of practice.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>Up to this date every missed day is accounted for.</summary>
    public DateOnly? SettledTo { get; init; }

    /// <summary>The zone that these dates are of.</summary>
    public string? TimeZone { get; init; }

    public int Freezes { get; init; }

    /// <summary>The Monday of the last week that earned a freeze.</summary>
    public DateOnly? EarnedIn { get; init; }

    /// <summary>The streak as it stands: none when more days were missed than there are freezes.</summary>
    public int Current(Schedule schedule, DateTimeOffset now) => Missed(schedule, now) <= Freezes ? Days : 0;

    /// <summary>After an answer.</summary>
    public Streak Practised(Schedule schedule, DateTimeOffset now)
    {
        var today = LocalClock.DateAt(now, schedule.TimeZone);
        if (today <= LastOn)
        {
            return this;
        }

        var settled = Settle(schedule, now);
        var days = settled.Days + 1;
        var week = Weeks.MondayOf(today);
        var earns = !(week <= EarnedIn);
        return settled with
        {
            Days = days,
            Longest = Math.Max(Longest, days),
            LastOn = today,
            SettledTo = settled.SettledTo > today ? settled.SettledTo : today,
            TimeZone = schedule.TimeZone,
            Freezes = earns ? Math.Min(MostFreezes, settled.Freezes + 1) : settled.Freezes,
            EarnedIn = earns ? week : EarnedIn,
        };
    }

    /// <summary>Accounts for the days before today, by the days chosen so far: call it before they change.</summary>
    public Streak Settle(Schedule schedule, DateTimeOffset now)
    {
        var missed = Missed(schedule, now);
        var yesterday = LocalClock.DateAt(now, schedule.TimeZone).AddDays(-1);
        return this with
        {
            Days = missed <= Freezes ? Days : 0,
            Freezes = missed <= Freezes ? Freezes - missed : Freezes,
            SettledTo = SettledTo is null || yesterday <= SettledTo ? SettledTo : yesterday,
            TimeZone = schedule.TimeZone,
        };
    }

    /// <summary>Nothing is missed before a date.</summary>
    public Streak Rest(DateOnly until, Schedule schedule, DateTimeOffset now) => SettledTo is null ? this : Settle(schedule, now) with { SettledTo = until.AddDays(-1) };

    /// <summary>Ends a rest that was to last longer.</summary>
    public Streak Wake(Schedule schedule, DateTimeOffset now)
    {
        var yesterday = LocalClock.DateAt(now, schedule.TimeZone).AddDays(-1);
        return SettledTo > yesterday && SettledTo != LastOn ? this with { SettledTo = LastOn > yesterday ? LastOn : yesterday } : this;
    }

    /// <summary>The streak of days that were counted apart: those of one person on several platforms.</summary>
    /// <param name="practised">The local dates of all of them.</param>
    public static Streak Merge(Streak one, Streak other, IEnumerable<DateOnly> practised, Schedule schedule)
    {
        var merged = practised.Distinct().Order().Aggregate(None, (streak, date) => streak.Practised(schedule, Noon(date, schedule)));
        var longer = one.LastOn >= other.LastOn || other.LastOn is null ? one : other;
        return (merged.Days >= longer.Days ? merged : longer) with
        {
            Longest = Math.Max(merged.Longest, Math.Max(one.Longest, other.Longest)),
            Freezes = Math.Max(merged.Freezes, Math.Max(one.Freezes, other.Freezes)),
            SettledTo = merged.SettledTo > longer.SettledTo ? merged.SettledTo : longer.SettledTo,
        };
    }

    /// <summary>In the zone of the dates and in the one of now: the kinder count holds.</summary>
    private int Missed(Schedule schedule, DateTimeOffset now)
    {
        var missed = Missed(LocalClock.DateAt(now, schedule.TimeZone), schedule.Days);
        return TimeZone is null || TimeZone == schedule.TimeZone ? missed : Math.Min(missed, Missed(LocalClock.DateAt(now, TimeZone), schedule.Days));
    }

    private int Missed(DateOnly today, Weekdays days)
    {
        if (SettledTo is not { } settled)
        {
            return 0;
        }

        var gap = Math.Min(today.DayNumber - settled.DayNumber - 1, MostDays);
        return gap <= 0 ? 0 : Enumerable.Range(1, gap).Count(day => days.Includes(settled.AddDays(day).DayOfWeek));
    }

    private static DateTimeOffset Noon(DateOnly date, Schedule schedule) => LocalClock.MomentOf(date, new TimeOnly(12, 0), schedule.TimeZone) ?? new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero);
}
