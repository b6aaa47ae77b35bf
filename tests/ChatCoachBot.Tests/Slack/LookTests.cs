using System.Text.Json;
using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.Playwright;

namespace ChatCoachBot.Tests.Slack;

/// <summary>The shipped content as it looks in Slack: every exercise fits, and pictures of a day are drawn for whoever wants to look.</summary>
public sealed class LookTests : IAsyncLifetime
{
    private const string Answer = "The copies may differ for a moment, but they all catch up and hold the same value once no new writes arrive.";

    private readonly SlackCoach _coach = new() { ContentFolder = Repository.ContentFolder };

    public ValueTask InitializeAsync()
    {
        _coach.Settings["Admins"] = "U0BOSS";
        return _coach.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task Every_exercise_and_term_that_is_shipped_fits_slacks_limits()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();

        for (var i = 0; i < 190; i++)
        {
            await ada.AskAsync("next");
            ada.Last.Shown.Length.ShouldBeGreaterThan(20);
            if (i == 95)
            {
                await ada.SayAsync("switch soc-analyst-threat-hunter");
                await ada.NextAsync();
                await ada.NextAsync();
            }
        }

        await ada.AskAsync("glossary");
        await ada.AskAsync("answer");
        (await ada.AskAsync("path 1")).Shown.ShouldContain("An ADR passage that defends choreography");
        (await ada.AskAsync("path 2")).Shown.ShouldContain("Recommended reading");
        _coach.Slack.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_in_slack_is_drawn()
    {
        await using var browser = await Browser.StartAsync();
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        while (!ada.Last.Shown.Contains("product manager", StringComparison.OrdinalIgnoreCase))
        {
            await ada.AskAsync("next");
        }

        var question = ada.Last;
        await ada.PressAsync("Write your answer");
        var form = await _coach.Slack.NextFormAsync();
        var grade = await ada.AskAsync(Answer);
        var path = await ada.AskAsync("path");
        var home = await HomeAsync(ada);
        foreach (var (name, scheme, width) in new[] { ("light", ColorScheme.Light, 720), ("dark", ColorScheme.Dark, 720), ("phone", ColorScheme.Light, 380) })
        {
            var page = await browser.NewPersonAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 500 }, ColorScheme = scheme });
            await DrawAsync(page, $"slack-day-{name}", [("ChatCoach", Blocks(question)), ("Ada", BlockPage.Typed(Answer)), ("ChatCoach", Blocks(grade))]);
            await DrawAsync(page, $"slack-path-{name}", [("ChatCoach", Blocks(path))]);
            await DrawAsync(page, $"slack-form-{name}", [("ChatCoach", form.GetProperty("blocks"))]);
            await DrawAsync(page, $"slack-home-{name}", [("ChatCoach", home.GetProperty("blocks"))]);
        }
    }

    private static async Task DrawAsync(IPage page, string name, IEnumerable<(string Who, JsonElement Blocks)> messages)
    {
        await page.SetContentAsync(BlockPage.Draw(name, messages));
        await Screenshots.TakeAsync(page, name);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
    }

    private static JsonElement Blocks(SlackPost post) => post.Body.GetProperty("blocks");

    private async Task<JsonElement> HomeAsync(SlackPerson person)
    {
        await person.DeliverAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = person.Id, ["tab"] = "home" });
        await _coach.Application.UntilAsync(_ => Task.FromResult(_coach.Slack.Homes.ContainsKey(person.Id)));
        return _coach.Slack.Homes[person.Id];
    }
}
