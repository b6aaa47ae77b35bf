using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Tests.Scheduling;

public static class TimeZonesTests
{
    [Theory]
    [InlineData("Europe/Warsaw", "Europe/Warsaw")]
    [InlineData("europe/warsaw", "Europe/Warsaw")]
    [InlineData(" Warsaw ", "Europe/Warsaw")]
    [InlineData("new york", "America/New_York")]
    [InlineData("New_York", "America/New_York")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("UTC", "UTC")]
    [InlineData("utc", "UTC")]
    [InlineData("Kathmandu", "Asia/Kathmandu")]
    // not Etc/GMT+5: its sign is the opposite of what people mean
    public static void A_zone_is_found_as_people_write_it(string text, string id)
    {
        TimeZones.TryFind(text, out var found).ShouldBeTrue();
        found.ShouldBe(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Europe")]
    [InlineData("Europe/")]
    [InlineData("Mars/Base")]
    [InlineData("../../etc/passwd")]
    public static void What_is_no_zone_is_not_found(string text)
    {
        TimeZones.TryFind(text, out var found).ShouldBeFalse();
        found.ShouldBe("UTC");
    }

    [Theory]
    [InlineData("Europe/Warsw", "Europe/Warsaw")]
    [InlineData("warsw", "Europe/Warsaw")]
    [InlineData("Amercia/New York", "America/New_York")]
    [InlineData("Mars/Base", null)]
    [InlineData("", null)]
    public static void A_slip_has_a_nearest_zone(string text, string? id) => TimeZones.Nearest(text).ShouldBe(id);
}
