using System.Globalization;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Tests.Practice;

/// <summary>Days in a row, as a learner counts them. The 23rd of November 2026 is a Monday.</summary>
public sealed class StreakTests
{
    private const string Tokyo = "Asia/Tokyo";
    private const string LosAngeles = "America/Los_Angeles";

    [Theory]
    [InlineData("", 0)]
    [InlineData("23", 1)]
    [InlineData("20", 1)]
    [InlineData("20 23", 2)]
    [InlineData("18 19 20 23", 4)]
    [InlineData("20 21 23", 3)]
    public void A_day_off_neither_counts_nor_breaks_it_and_today_may_still_come(string days, int streak) =>
        Practised(days).Current(Workdays(), At(23)).ShouldBe(streak);

    [Theory]
    // One week has earned one freeze: one missed day is forgiven, two are not.
    [InlineData("16 17 18 20", 4)]
    [InlineData("16 17 20", 1)]
    // Two weeks have earned two.
    [InlineData("9 10 16 19", 2)]
    [InlineData("9 10 11 12 13 16 17 18 23", 9)]
    // There are never more than two.
    [InlineData("2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 25", 16)]
    [InlineData("2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 26", 1)]
    public void A_week_of_practice_earns_a_freeze_that_is_used_silently(string days, int streak) =>
        Practised(days).Days.ShouldBe(streak);

    [Fact]
    public void A_streak_that_ran_out_stands_at_none_until_the_next_answer()
    {
        var streak = Practised("16 17");

        streak.Current(Workdays(), At(19)).ShouldBe(2, "one freeze");
        streak.Current(Workdays(), At(20)).ShouldBe(0);
        streak.Practised(Workdays(), At(20)).Days.ShouldBe(1);
        streak.Practised(Workdays(), At(20)).Longest.ShouldBe(2);
    }

    [Fact]
    public void A_pause_keeps_it_and_costs_no_freeze()
    {
        var streak = Practised("2 3").Rest(new DateOnly(2026, 11, 20), Workdays(), At(4));

        streak.Current(Workdays(), At(20)).ShouldBe(2);
        var after = streak.Practised(Workdays(), At(20));
        after.Days.ShouldBe(3);
        after.Freezes.ShouldBe(2, "the one of the first week, and that of this one");
    }

    [Fact]
    public void A_pause_that_ends_early_excuses_only_its_own_days()
    {
        var streak = Practised("2 3").Rest(DateOnly.MaxValue, Workdays(), At(4)).Wake(Workdays(), At(10));

        streak.Current(Workdays(), At(11)).ShouldBe(2, "the 10th takes the freeze");
        streak.Current(Workdays(), At(12)).ShouldBe(0);
    }

    [Fact]
    public void An_answer_during_a_pause_counts_and_does_not_end_it()
    {
        var streak = Practised("2 3").Rest(new DateOnly(2026, 11, 20), Workdays(), At(4)).Practised(Workdays(), At(9));

        streak.Days.ShouldBe(3);
        streak.Current(Workdays(), At(20)).ShouldBe(3);
    }

    [Fact]
    public void Days_that_were_chosen_later_do_not_count_against_earlier_weeks()
    {
        var weekend = new Schedule();
        weekend.Remind(new TimeOnly(9, 0), Weekdays.Weekend, At(1));
        var streak = Streak.None.Practised(weekend, At(7)).Practised(weekend, At(8));

        var everyDay = new Schedule();
        everyDay.Remind(new TimeOnly(9, 0), Weekdays.Everyday, At(14));
        streak.Settle(weekend, At(14)).Practised(everyDay, At(14)).Days.ShouldBe(3);
    }

    [Fact]
    public void Flying_east_over_a_date_breaks_nothing()
    {
        var monday = new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);
        var streak = Streak.None.Practised(In(LosAngeles), monday);
        streak.LastOn.ShouldBe(new DateOnly(2026, 11, 23));

        // Nineteen hours later it is Wednesday in Tokyo, and there was no Tuesday to practise on.
        var landed = streak with { Freezes = 0 };
        landed.Practised(In(Tokyo), monday.AddHours(19)).Days.ShouldBe(2);
    }

    [Fact]
    public void Flying_west_to_the_same_date_counts_it_once()
    {
        var wednesday = new DateTimeOffset(2026, 11, 25, 1, 0, 0, TimeSpan.Zero);
        var streak = Streak.None.Practised(In(Tokyo), wednesday);

        var again = streak.Practised(In(LosAngeles), wednesday.AddHours(12));
        again.Days.ShouldBe(1);
        again.Practised(In(LosAngeles), wednesday.AddDays(1).AddHours(12)).Days.ShouldBe(2);
    }

    [Fact]
    public void A_clock_that_is_set_back_changes_nothing()
    {
        var streak = Practised("18 19 20");
        streak.Practised(Workdays(), At(17)).ShouldBe(streak);
    }

    [Fact]
    public void Two_streaks_of_one_person_become_the_one_that_their_days_make_together()
    {
        var merged = Streak.Merge(Practised("16 18 20"), Practised("17 19"), [.. Dates("16 18 20"), .. Dates("17 19")], Workdays());

        merged.Days.ShouldBe(5);
        merged.LastOn.ShouldBe(new DateOnly(2026, 11, 20));
    }

    private static Streak Practised(string days) => Dates(days).Aggregate(Streak.None, (streak, date) => streak.Practised(Workdays(), At(date.Day)));

    private static IEnumerable<DateOnly> Dates(string days) =>
        days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => new DateOnly(2026, 11, int.Parse(day, CultureInfo.InvariantCulture)));

    private static DateTimeOffset At(int day) => new(2026, 11, day, 10, 0, 0, TimeSpan.Zero);

    private static Schedule Workdays() => In(TimeZones.Utc);

    private static Schedule In(string zone)
    {
        var schedule = new Schedule();
        schedule.Move(zone, At(1));
        return schedule;
    }
}
