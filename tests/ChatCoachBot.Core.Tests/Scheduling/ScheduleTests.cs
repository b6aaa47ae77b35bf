using System.Globalization;
using ChatCoachBot.Core.Scheduling;
using CsCheck;

namespace ChatCoachBot.Core.Tests.Scheduling;

public static class ScheduleTests
{
    [Theory]
    // An ordinary day, before and after the time.
    [InlineData("Europe/Warsaw", "09:30", "2026-11-23T08:00Z", "2026-11-23T08:30Z")]
    [InlineData("Europe/Warsaw", "09:30", "2026-11-23T08:30Z", "2026-11-24T08:30Z")]
    // Nepal is five hours and three quarters ahead, the Chatham Islands thirteen and three quarters in their summer.
    [InlineData("Asia/Kathmandu", "09:00", "2026-11-23T00:00Z", "2026-11-23T03:15Z")]
    [InlineData("Pacific/Chatham", "09:00", "2026-11-23T00:00Z", "2026-11-23T19:15Z")]
    // 8 March 2026: New York's clocks go from 02:00 to 03:00, so 02:30 is not there and 03:00 is the first minute after.
    [InlineData("America/New_York", "02:30", "2026-03-07T12:00Z", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "02:00", "2026-03-07T12:00Z", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "03:00", "2026-03-07T12:00Z", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "01:59", "2026-03-07T12:00Z", "2026-03-08T06:59Z")]
    // 1 November 2026: they go from 02:00 back to 01:00, so 01:30 comes twice and the first one counts.
    [InlineData("America/New_York", "01:30", "2026-10-31T12:00Z", "2026-11-01T05:30Z")]
    // Between the two it is over for this date.
    [InlineData("America/New_York", "01:30", "2026-11-01T06:00Z", "2026-11-02T06:30Z")]
    // 4 October 2026: Lord Howe Island goes from 02:00 to 02:30, half an hour only.
    [InlineData("Australia/Lord_Howe", "02:10", "2026-10-03T00:00Z", "2026-10-03T15:30Z")]
    // 5 April 2026: it goes from 02:00 back to 01:30.
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-04T00:00Z", "2026-04-04T14:45Z")]
    // 24 April 2026: in Cairo the day begins at 01:00.
    [InlineData("Africa/Cairo", "00:00", "2026-04-23T12:00Z", "2026-04-23T22:00Z")]
    [InlineData("Africa/Cairo", "00:30", "2026-04-23T12:00Z", "2026-04-23T22:00Z")]
    // 29 October 2026: Cairo's last hour of the day comes twice.
    [InlineData("Africa/Cairo", "23:30", "2026-10-29T12:00Z", "2026-10-29T20:30Z")]
    // Apia went from 29 to 31 December 2011, across the date line.
    [InlineData("Pacific/Apia", "09:00", "2011-12-29T22:00Z", "2011-12-30T19:00Z")]
    // A leap day, and the turn of the year.
    [InlineData("UTC", "09:00", "2028-02-28T10:00Z", "2028-02-29T09:00Z")]
    [InlineData("UTC", "09:00", "2026-12-31T10:00Z", "2027-01-01T09:00Z")]
    public static void The_next_prompt_comes_when_the_local_clock_shows_the_time(string zone, string time, string now, string due) =>
        Reminding(zone, time, Weekdays.Everyday, now).NextDue.ShouldBe(Moment(due));

    [Theory]
    // 23 November 2026 is a Monday.
    [InlineData(Weekdays.Workdays, "2026-11-23T08:00Z", "2026-11-23T09:00Z")] // today
    [InlineData(Weekdays.Workdays, "2026-11-27T08:00Z", "2026-11-27T09:00Z")] // Friday
    [InlineData(Weekdays.Workdays, "2026-11-27T10:00Z", "2026-11-30T09:00Z")] // Friday after the hour: Monday
    [InlineData(Weekdays.Workdays, "2026-11-28T08:00Z", "2026-11-30T09:00Z")] // Saturday: Monday
    [InlineData(Weekdays.Weekend, "2026-11-23T08:00Z", "2026-11-28T09:00Z")] // Monday: Saturday
    [InlineData(Weekdays.Monday, "2026-11-23T10:00Z", "2026-11-30T09:00Z")] // Monday after the hour: a week later
    [InlineData(Weekdays.Monday | Weekdays.Thursday, "2026-11-23T10:00Z", "2026-11-26T09:00Z")] // Thursday
    public static void Only_the_chosen_days_count(Weekdays days, string now, string due) => Reminding("UTC", "09:00", days, now).NextDue.ShouldBe(Moment(due));

    [Fact]
    public static void The_day_is_the_learners_own()
    {
        // Sunday evening in UTC is Monday morning in Auckland.
        Reminding("Pacific/Auckland", "09:00", Weekdays.Monday, "2026-11-22T12:00Z").NextDue.ShouldBe(Moment("2026-11-22T20:00Z"));
    }

    [Fact]
    public static void A_weekday_that_a_zone_left_out_comes_a_week_later()
    {
        // 30 December 2011, which Apia left out, was a Friday.
        Reminding("Pacific/Apia", "09:00", Weekdays.Friday, "2011-12-29T22:00Z").NextDue.ShouldBe(Moment("2012-01-05T19:00Z"));
    }

    [Theory]
    [InlineData("2026-11-23T09:00Z", true)] // on time
    [InlineData("2026-11-23T12:00Z", true)] // three hours late
    [InlineData("2026-11-23T12:59Z", true)] // a minute under four hours
    [InlineData("2026-11-23T13:00Z", false)] // four hours
    [InlineData("2026-11-23T23:00Z", false)]
    [InlineData("2026-12-24T09:00Z", false)] // a month
    public static void After_downtime_a_prompt_less_than_four_hours_late_is_sent(string now, bool isSent)
    {
        var schedule = Reminding("UTC", "09:00", Weekdays.Everyday, "2026-11-22T10:00Z");

        schedule.Claim(Moment(now)).ShouldBe(isSent ? new DateOnly(2026, 11, 23) : null);

        schedule.NextDue.ShouldNotBeNull().ShouldBeGreaterThan(Moment(now));
        (schedule.NextDue.Value - Moment(now)).ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(1));
    }

    [Fact]
    public static void A_time_that_occurs_twice_is_sent_once()
    {
        var schedule = Reminding("America/New_York", "01:30", Weekdays.Everyday, "2026-10-31T12:00Z");

        schedule.Claim(Moment("2026-11-01T05:30Z")).ShouldBe(new DateOnly(2026, 11, 1));

        schedule.NextDue.ShouldBe(Moment("2026-11-02T06:30Z"));
    }

    [Fact]
    public static void Late_on_one_date_is_still_the_prompt_of_that_date()
    {
        var schedule = Reminding("UTC", "23:00", Weekdays.Everyday, "2026-11-23T10:00Z");

        schedule.Claim(Moment("2026-11-24T02:00Z")).ShouldBe(new DateOnly(2026, 11, 23));

        schedule.NextDue.ShouldBe(Moment("2026-11-24T23:00Z"));
    }

    [Fact]
    public static void After_a_late_one_the_next_is_at_least_twelve_hours_off()
    {
        var schedule = Reminding("UTC", "23:00", Weekdays.Everyday, "2026-11-23T10:00Z");
        schedule.Claim(Moment("2026-11-24T02:30Z"));

        schedule.Remind(new TimeOnly(14, 0), Weekdays.Everyday, Moment("2026-11-24T02:35Z"));
        schedule.NextDue.ShouldBe(Moment("2026-11-25T14:00Z"), "14:00 is eleven and a half hours after it");

        schedule.Remind(new TimeOnly(14, 30), Weekdays.Everyday, Moment("2026-11-24T02:40Z"));
        schedule.NextDue.ShouldBe(Moment("2026-11-24T14:30Z"));
    }

    [Fact]
    public static void A_new_time_on_the_same_date_waits_for_tomorrow()
    {
        var schedule = Reminding("UTC", "09:00", Weekdays.Everyday, "2026-11-23T08:00Z");
        schedule.Claim(Moment("2026-11-23T09:00Z"));

        schedule.Remind(new TimeOnly(23, 0), Weekdays.Everyday, Moment("2026-11-23T09:05Z"));

        schedule.NextDue.ShouldBe(Moment("2026-11-24T23:00Z"));
    }

    [Fact]
    public static void Who_flies_west_is_not_written_to_twice_on_a_date()
    {
        // Prompted on the 24th in Tokyo; in New York it is still the 23rd, and the 24th is yet to come.
        var schedule = Reminding("Asia/Tokyo", "09:00", Weekdays.Everyday, "2026-11-23T12:00Z");
        schedule.Claim(Moment("2026-11-24T00:00Z")).ShouldBe(new DateOnly(2026, 11, 24));

        schedule.Move("America/New_York", Moment("2026-11-24T01:00Z"));

        schedule.NextDue.ShouldBe(Moment("2026-11-25T14:00Z"));
    }

    [Fact]
    public static void Who_flies_west_within_the_day_waits_twelve_hours()
    {
        // 00:30 on the 24th in Tokyo is 07:30 on the 23rd in Los Angeles: eight hours later that day's own reminder would come.
        var schedule = Reminding("Asia/Tokyo", "00:30", Weekdays.Everyday, "2026-11-23T12:00Z");
        schedule.Claim(Moment("2026-11-23T15:30Z")).ShouldBe(new DateOnly(2026, 11, 24));
        schedule.Move("America/Los_Angeles", Moment("2026-11-23T16:00Z"));

        schedule.Remind(new TimeOnly(16, 0), Weekdays.Everyday, Moment("2026-11-23T16:05Z"));

        schedule.NextDue.ShouldBe(Moment("2026-11-26T00:00Z"), "the 23rd is too soon, and the 24th has had its prompt");
    }

    [Fact]
    public static void Who_flies_east_waits_twelve_hours()
    {
        // Prompted at 20:00 in New York on the 23rd; 20:00 in Tokyo on the 24th is ten hours later.
        var schedule = Reminding("America/New_York", "20:00", Weekdays.Everyday, "2026-11-23T12:00Z");
        schedule.Claim(Moment("2026-11-24T01:00Z")).ShouldBe(new DateOnly(2026, 11, 23));

        schedule.Move("Asia/Tokyo", Moment("2026-11-24T01:30Z"));

        schedule.NextDue.ShouldBe(Moment("2026-11-25T11:00Z"));
    }

    [Fact]
    public static void A_move_keeps_the_local_time()
    {
        var schedule = Reminding("Europe/Warsaw", "09:00", Weekdays.Everyday, "2026-11-23T10:00Z");

        schedule.Move("America/New_York", Moment("2026-11-23T10:00Z"));

        schedule.NextDue.ShouldBe(Moment("2026-11-23T14:00Z"));
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-25T09:00Z")] // Wednesday
    [InlineData("2026-11-28", "2026-11-30T09:00Z")] // Saturday: Monday
    [InlineData("2026-11-20", "2026-11-23T09:00Z")] // over already
    [InlineData("2030-01-01", "2030-01-01T09:00Z")] // years away
    public static void A_pause_ends_on_its_day(string until, string due)
    {
        var schedule = Reminding("UTC", "09:00", Weekdays.Workdays, "2026-11-23T08:00Z");

        schedule.Pause(DateOnly.Parse(until, CultureInfo.InvariantCulture), Moment("2026-11-23T08:00Z"));

        schedule.NextDue.ShouldBe(Moment(due));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-25")] // so near the end of the calendar that no fortnight follows
    public static void A_pause_without_an_end_lasts_until_resume(string until)
    {
        var schedule = Reminding("UTC", "09:00", Weekdays.Workdays, "2026-11-23T08:00Z");

        schedule.Pause(DateOnly.Parse(until, CultureInfo.InvariantCulture), Moment("2026-11-23T08:00Z"));
        schedule.NextDue.ShouldBeNull();

        schedule.Resume(Moment("2026-11-24T08:00Z"));
        schedule.NextDue.ShouldBe(Moment("2026-11-24T09:00Z"));
    }

    [Fact]
    public static void Stopped_stays_stopped_through_a_move_and_a_pause_until_it_is_resumed()
    {
        var schedule = Reminding("UTC", "09:00", Weekdays.Workdays, "2026-11-23T08:00Z");
        schedule.Stop();
        schedule.NextDue.ShouldBeNull();
        schedule.Move("Europe/Warsaw", Moment("2026-11-23T08:00Z"));
        schedule.NextDue.ShouldBeNull();
        schedule.Pause(new DateOnly(2026, 11, 25), Moment("2026-11-23T08:00Z"));
        schedule.NextDue.ShouldBeNull();

        schedule.Resume(Moment("2026-11-23T08:30Z"));

        schedule.NextDue.ShouldBe(Moment("2026-11-24T08:00Z"));
    }

    [Fact]
    public static void A_new_time_ends_a_pause_and_a_stop()
    {
        var schedule = Reminding("UTC", "09:00", Weekdays.Workdays, "2026-11-23T08:00Z");
        schedule.Pause(DateOnly.MaxValue, Moment("2026-11-23T08:00Z"));
        schedule.Stop();

        schedule.Remind(new TimeOnly(10, 0), Weekdays.Workdays, Moment("2026-11-23T08:00Z"));

        schedule.NextDue.ShouldBe(Moment("2026-11-23T10:00Z"));
    }

    [Fact]
    public static void Without_a_time_nothing_is_due()
    {
        var schedule = new Schedule();
        schedule.Move("Europe/Warsaw", Moment("2026-11-23T08:00Z"));
        schedule.Resume(Moment("2026-11-23T08:00Z"));

        schedule.NextDue.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => schedule.Claim(Moment("2026-11-23T08:00Z")));
    }

    [Fact]
    public static void Whatever_a_learner_does_there_are_never_two_prompts_on_a_date_nor_within_twelve_hours()
    {
        string[] zones = ["UTC", "America/New_York", "Asia/Tokyo", "Pacific/Apia", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu", "Pacific/Kiritimati"];
        var step = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1439], Gen.Int[0, zones.Length - 1], Gen.Int[1, 127]);

        Gen.Select(Gen.Int[0, 365], step.Array[1, 40]).Sample((startDay, steps) =>
        {
            var now = Moment("2026-01-01T00:00Z").AddDays(startDay);
            var schedule = new Schedule();
            var prompts = new List<(DateOnly On, DateTimeOffset At)>();
            foreach (var (what, minutes, zone, days) in steps)
            {
                now = now.AddMinutes(minutes);
                if (schedule.NextDue is { } due && due <= now && schedule.Claim(now) is { } date)
                {
                    prompts.Add((date, now));
                }

                switch (what)
                {
                    case 0:
                        schedule.Move(zones[zone], now);
                        break;
                    case 1:
                        schedule.Remind(TimeOnly.MinValue.AddMinutes(minutes), (Weekdays)days, now);
                        break;
                    case 2:
                        schedule.Pause(LocalClock.DateAt(now, schedule.TimeZone).AddDays(zone), now);
                        break;
                    case 3:
                        schedule.Resume(now);
                        break;
                    default:
                        break;
                }

                (schedule.NextDue is { } next && next <= now).ShouldBeFalse("what is planned lies ahead");
            }

            prompts.Select(prompt => prompt.On).ShouldBeUnique();
            prompts.Zip(prompts.Skip(1), (earlier, later) => later.At - earlier.At).ShouldAllBe(apart => apart >= Schedule.Rest);
        });
    }

    private static Schedule Reminding(string zone, string time, Weekdays days, string now)
    {
        var schedule = new Schedule();
        schedule.Move(zone, Moment(now));
        schedule.Remind(TimeOnly.Parse(time, CultureInfo.InvariantCulture), days, Moment(now));
        return schedule;
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
