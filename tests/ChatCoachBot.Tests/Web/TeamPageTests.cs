using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;

namespace ChatCoachBot.Tests.Web;

/// <summary>What the team page tells of a team, and what it keeps to itself.</summary>
public sealed class TeamPageTests : IAsyncDisposable
{
    private readonly CoachApplication _coach = new() { ContentFolder = Repository.SmallContentFolder };

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task A_week_in_which_four_practised_shows_no_figure_and_one_with_five_does()
    {
        var people = new List<WebVisitor>();
        for (var joined = 0; joined < 4; joined++)
        {
            people.Add(await JoinAsync());
        }

        (await PageAsync()).ShouldContain("16 Nov fewer than 5 23 Nov fewer than 5 Reviews remembered", customMessage: "four people would tell of one");
        (await PageAsync()).ShouldContain("Active in the last 7 days fewer than 5 Active in the last 30 days fewer than 5 Week by week");
        people.Add(await JoinAsync());
        (await PageAsync()).ShouldContain("23 Nov 5 of 5");
        (await PageAsync()).ShouldContain("Active in the last 7 days 5 of 5 Active in the last 30 days 5 of 5 Answers in the last 30 days 5");

        _coach.Clock.Advance(TimeSpan.FromDays(7));
        people.Add(await JoinAsync());

        var page = await PageAsync();
        page.ShouldContain("Week by week From each Monday, how many practised of those who had joined by the end of the week; where fewer than 5 people did, the number is not shown 12 Oct fewer than 5");
        page.ShouldContain("23 Nov 5 of 5 30 Nov fewer than 5", customMessage: "who joined later was not there yet");
        people.ForEach(person => person.Dispose());
    }

    [Fact]
    public async Task A_channel_that_practises_is_nobody_who_joined()
    {
        await using var slack = new SlackCoach();
        await slack.InitializeAsync();
        var (ada, channel) = (slack.NewPerson(), slack.NewChannel());
        await ada.CommandAsync("channel on 09:30 weekdays release-engineer", channel);
        await ada.NextInAsync(channel);
        var people = new List<WebVisitor>();
        for (var joined = 0; joined < 5; joined++)
        {
            people.Add(await JoinAsync(slack.Application));
        }

        var page = await PageAsync(slack.Application);

        page.ShouldContain("Active in the last 30 days 5 of 5");
        page.ShouldContain("23 Nov 5 of 5");
        people.ForEach(person => person.Dispose());
    }

    private Task<WebVisitor> JoinAsync() => JoinAsync(_coach);

    /// <summary>Somebody who joins and answers once.</summary>
    private static async Task<WebVisitor> JoinAsync(CoachApplication coach)
    {
        var person = coach.NewVisitor();
        await person.JoinAsync(reminder: "no reminders");
        await person.AskAsync("2");
        return person;
    }

    private Task<string> PageAsync() => PageAsync(_coach);

    private static async Task<string> PageAsync(CoachApplication coach)
    {
        using var admin = new SignedIn(coach, Guid.NewGuid(), isAdmin: true);
        return WebVisitor.TextOf((await admin.GetAsync("/team")).Text);
    }
}
