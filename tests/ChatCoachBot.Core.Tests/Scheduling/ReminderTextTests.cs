using System.Globalization;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Tests.Scheduling;

public static class ReminderTextTests
{
    private const Weekdays MonWedFri = Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday;

    [Theory]
    [InlineData("09:30", "09:30", null)]
    [InlineData("9:30", "09:30", null)]
    [InlineData("9", "09:00", null)]
    [InlineData("at 9", "09:00", null)]
    [InlineData("me at 18", "18:00", null)]
    [InlineData("17.45", "17:45", null)]
    [InlineData("9h30", "09:30", null)]
    [InlineData("00:00", "00:00", null)]
    [InlineData("23:59", "23:59", null)]
    [InlineData("9am", "09:00", null)]
    [InlineData("9 a.m.", "09:00", null)]
    [InlineData("9:30pm", "21:30", null)]
    [InlineData("9:30 PM", "21:30", null)]
    [InlineData("12am", "00:00", null)] // midnight
    [InlineData("12pm", "12:00", null)] // noon
    [InlineData("  09:30  ", "09:30", null)]
    [InlineData("09:30 weekdays", "09:30", Weekdays.Workdays)]
    [InlineData("09:30 on weekdays", "09:30", Weekdays.Workdays)]
    [InlineData("09:30, weekdays", "09:30", Weekdays.Workdays)]
    [InlineData("09:30 WORKDAYS", "09:30", Weekdays.Workdays)]
    [InlineData("at 9 every day", "09:00", Weekdays.Everyday)]
    [InlineData("9:00 daily", "09:00", Weekdays.Everyday)]
    [InlineData("10:00 weekends", "10:00", Weekdays.Weekend)]
    [InlineData("9:30pm weekdays", "21:30", Weekdays.Workdays)]
    [InlineData("17.45 mon, wed and fri", "17:45", MonWedFri)]
    [InlineData("18:00 mon, wed, and fri", "18:00", MonWedFri)]
    [InlineData("18:00 Monday Wednesday Friday", "18:00", MonWedFri)]
    [InlineData("18:00 on mondays, wednesdays and fridays", "18:00", MonWedFri)]
    [InlineData("9:00 mon-fri", "09:00", Weekdays.Workdays)]
    [InlineData("9:00 mon - wed", "09:00", Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday)] // a hyphen with room around it
    [InlineData("9:00 mon to wed", "09:00", Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday)] // said as a range
    [InlineData("9:00 weekdays and sat", "09:00", Weekdays.Workdays | Weekdays.Saturday)] // a word for several days, and one more
    [InlineData("9:00 sat-mon", "09:00", Weekdays.Saturday | Weekdays.Sunday | Weekdays.Monday)] // across the end of the week
    [InlineData("9:00 tue-tue", "09:00", Weekdays.Tuesday)]
    [InlineData("9:00 mon, thu-fri", "09:00", Weekdays.Monday | Weekdays.Thursday | Weekdays.Friday)]
    [InlineData("9:00 thurs", "09:00", Weekdays.Thursday)]
    public static void A_time_and_days_are_read_as_people_write_them(string text, string time, Weekdays? days, bool isRead = true)
    {
        ReminderText.TryParse(text, out var readTime, out var readDays).ShouldBe(isRead);

        if (isRead)
        {
            readTime.ShouldBe(TimeOnly.Parse(time, CultureInfo.InvariantCulture));
            readDays.ShouldBe(days);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("weekdays")]
    [InlineData("24:00")]
    [InlineData("25:00")]
    [InlineData("09:60")]
    [InlineData("9:5")]
    [InlineData("0930")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("-9:00")]
    [InlineData("09:30 someday")]
    [InlineData("09:30 mo")] // two letters could be a slip of anything
    [InlineData("09:30 mon, wed and never")]
    [InlineData("09:30 mon-wed-fri")]
    [InlineData("09:30 2 days")]
    [InlineData("half past nine")]
    [InlineData("٠٩:٣٠")] // figures of another script are no slip for these
    [InlineData("9:30:15")]
    public static void What_is_no_time_is_not_read(string text) => ReminderText.TryParse(text, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData(Weekdays.Workdays, "weekdays")]
    [InlineData(Weekdays.Everyday, "every day")]
    [InlineData(Weekdays.Weekend, "weekends")]
    [InlineData(MonWedFri, "Monday, Wednesday, Friday")]
    [InlineData(Weekdays.Sunday | Weekdays.Monday, "Monday, Sunday")]
    [InlineData(Weekdays.Saturday, "Saturday")]
    public static void Days_have_words(Weekdays days, string words) => days.InWords().ShouldBe(words);

    [Theory]
    [InlineData(Weekdays.Monday, DayOfWeek.Monday)]
    [InlineData(Weekdays.Tuesday, DayOfWeek.Tuesday)]
    [InlineData(Weekdays.Wednesday, DayOfWeek.Wednesday)]
    [InlineData(Weekdays.Thursday, DayOfWeek.Thursday)]
    [InlineData(Weekdays.Friday, DayOfWeek.Friday)]
    [InlineData(Weekdays.Saturday, DayOfWeek.Saturday)]
    [InlineData(Weekdays.Sunday, DayOfWeek.Sunday)]
    public static void A_day_is_in_its_own_set_only(Weekdays days, DayOfWeek day) =>
        Enum.GetValues<DayOfWeek>().Where(candidate => days.Includes(candidate)).ShouldBe([day]);
}
