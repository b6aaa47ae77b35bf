using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Tests.Practice;

/// <summary>Days in a row, as a learner counts them. The 23rd of November 2026 is a Monday.</summary>
public sealed class StreakTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("23", 1)]
    [InlineData("20", 1)]
    [InlineData("19", 0)]
    [InlineData("20 23", 2)]
    [InlineData("18 19 20 23", 4)]
    [InlineData("18 20 23", 2)]
    [InlineData("20 21 23", 3)]
    public void A_day_off_neither_counts_nor_breaks_it_and_today_may_still_come(string days, int streak)
    {
        var practised = days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => new DateOnly(2026, 11, int.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).ToHashSet();
        Streak.Of(practised, new DateOnly(2026, 11, 23), Weekdays.Workdays).ShouldBe(streak);
    }
}
