using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `timezone` brings. It is a Monday, 08:45 in UTC.</summary>
public sealed class TimeZoneTests(SmallCoach coach)
{
    [Theory]
    [InlineData("timezone Europe/Warsaw", "Europe/Warsaw, where it is 09:45.")]
    [InlineData("timezone warsaw", "Europe/Warsaw, where it is 09:45.")]
    [InlineData("time zone new york", "America/New_York, where it is 03:45.")]
    [InlineData("timezone Asia/Kathmandu", "Asia/Kathmandu, where it is 14:30.")]
    public async Task A_zone_is_found_as_people_write_it(string said, string reply)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith($"Your time zone is now {reply} I’ll write to you at 09:00 on weekdays");
    }

    [Fact]
    public async Task The_reminder_keeps_its_local_time()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("timezone Europe/Warsaw")).ShouldEndWith("I’ll write to you at 09:00 on weekdays (Europe/Warsaw). The next one comes tomorrow at 09:00.");
    }

    [Fact]
    public async Task A_slip_is_answered_with_what_may_be_meant()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("timezone Europe/Warsw")).ShouldStartWith("I don’t know the time zone “Europe/Warsw”. Did you mean Europe/Warsaw?");
        (await learner.PressAsync("Europe/Warsaw")).ShouldStartWith("Your time zone is now Europe/Warsaw");
    }

    [Fact]
    public async Task A_zone_that_is_none_gets_advice()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("timezone Mars/Base")).ShouldBe("I don’t know the time zone “Mars/Base”. Use a name such as Europe/Warsaw or America/New_York.");
    }

    [Fact]
    public async Task Timezone_alone_says_which_it_is()
    {
        using var learner = await coach.NewLearnerAsync("Asia/Tokyo");

        (await learner.AskAsync("timezone")).ShouldBe("Your time zone is Asia/Tokyo. To change it, say “timezone Europe/Warsaw”, for example.");
    }

    [Fact]
    public async Task A_zone_that_the_browser_made_up_is_utc()
    {
        using var learner = await coach.NewLearnerAsync("Mars/Base");

        (await learner.AskAsync("timezone")).ShouldStartWith("Your time zone is UTC.");
    }

    [Fact]
    public async Task An_offset_names_no_place_and_is_no_answer_either()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("timezone +2")).ShouldContain("“+2”");
        (await learner.AskAsync("progress")).ShouldNotContain("1 answer");
    }
}
