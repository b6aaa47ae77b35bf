using ChatCoachBot.Tests.Slack.Driving;

namespace ChatCoachBot.Tests.OwnData;

/// <summary>“export” where whoever says it sits elsewhere.</summary>
public sealed class ExportInSlackTests
{
    [Fact]
    public async Task Without_a_public_address_whoever_asks_is_told_what_is_missing()
    {
        await using var coach = new SlackCoach();
        await coach.InitializeAsync();
        var ada = coach.NewPerson();
        await ada.JoinAsync();

        (await ada.AskAsync("export")).Shown.ShouldStartWith("I can’t show you a page from here yet: whoever runs the coach must set PublicUrl");
    }

    [Fact]
    public async Task Asked_for_in_a_channel_the_link_comes_in_the_persons_own_conversation_alone()
    {
        await using var coach = new SlackCoach();
        coach.Settings["PublicUrl"] = "https://coach.example";
        await coach.InitializeAsync();
        var (ada, channel) = (coach.NewPerson(), coach.NewChannel());
        await ada.JoinAsync();

        await ada.CommandAsync("export", channel);

        var told = (await ada.NextInAsync(channel)).Shown;
        told.ShouldStartWith("I’ve sent you the link in our own conversation");
        told.ShouldNotContain("my-data");
        (await ada.NextAsync()).Button("Open your data").GetProperty("url").GetString()!.ShouldStartWith("https://coach.example/my-data/");
        coach.Slack.HasMore(channel).ShouldBeFalse();
    }
}
