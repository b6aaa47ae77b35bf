using System.Text.RegularExpressions;
using ChatCoachBot.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatCoachBot.Tests;

/// <summary>The pages with figures, as those see them who have practised for weeks.</summary>
public sealed partial class BrowserFiguresTests(PractisedTeam team) : IClassFixture<PractisedTeam>
{
    [Fact]
    public async Task A_learner_sees_weeks_of_practice_on_a_page_that_fits()
    {
        await using var browser = await Browser.StartAsync();
        foreach (var look in Look.All.Append(new Look("small-phone", 320, 640, ColorScheme.Light)))
        {
            var page = await OpenAsync(browser, look, "progress");

            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Your progress" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "Event-Driven Systems Architect" })).ToBeVisibleAsync();
            await Expect(page.GetByText("reviews in the last 30 days")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Your last eight weeks" })).ToBeVisibleAsync();
            await Screenshots.TakeAsync(page, $"progress-{look.Name}");
            await Legibility.CheckAsync(page, look.Name);
        }
    }

    [Fact]
    public async Task A_screen_reader_is_told_the_same_as_the_chart_shows()
    {
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, Look.All[0], "progress");

        await Expect(page.GetByRole(AriaRole.Img)).ToHaveAccessibleNameAsync("Your last eight weeks");
        await Expect(page.GetByRole(AriaRole.Img)).ToHaveAccessibleDescriptionAsync(InWords());
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Your last eight weeks" });
        await Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(9);
        await Expect(table.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Week from", "Answers", "Remembered"]);
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Chat", "Paths", "Glossary", "Your progress"]);
    }

    [Fact]
    public async Task The_progress_page_is_read_and_left_with_the_keyboard_alone()
    {
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, Look.All[0], "paths");
        foreach (var link in new[] { "Go to the content", "Chat", "Paths", "Glossary", "Your progress" })
        {
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true })).ToBeFocusedAsync();
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your progress" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Go on practising in the chat" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Log)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_chat_leads_to_the_progress_page_and_that_leads_back()
    {
        await using var browser = await Browser.StartAsync();
        foreach (var look in Look.All)
        {
            var page = await OpenAsync(browser, look, "");
            await page.EvaluateAsync("window.scrollTo(0, 0)");
            await Screenshots.TakeAsync(page, $"chat-top-{look.Name}", fullPage: false);

            await page.GetByRole(AriaRole.Navigation, new() { Name = "Shortcuts" }).GetByRole(AriaRole.Link, new() { Name = "Your progress" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Your progress" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link, new() { Name = "Chat" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Log)).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task The_team_page_opens_by_its_link_once_and_fits()
    {
        await using var browser = await Browser.StartAsync();
        foreach (var look in Look.All)
        {
            var page = await OpenAsync(browser, look, "");
            var replies = await page.Locator("article.coach").CountAsync();
            await page.GetByRole(AriaRole.Textbox).FillAsync("team");
            await page.GetByRole(AriaRole.Textbox).PressAsync("Enter");
            var link = await page.Locator("article.coach").Nth(replies).GetByRole(AriaRole.Link, new() { Name = "Open the team page" }).GetAttributeAsync("href");

            await page.GotoAsync(link!);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Your way in" })).ToBeVisibleAsync();
            await Screenshots.TakeAsync(page, $"sign-in-{look.Name}");
            await Legibility.CheckAsync(page, look.Name);
            await page.GetByRole(AriaRole.Button, new() { Name = "Open the page" }).PressAsync("Enter");

            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Team" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Active in the last 7 days");
            await Screenshots.TakeAsync(page, $"team-{look.Name}");
            await Legibility.CheckAsync(page, look.Name);

            await page.GotoAsync(link!);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "That did not work" })).ToBeVisibleAsync();
            await Expect(page.GetByText("This link has been used or has expired.")).ToBeVisibleAsync();
            await Screenshots.TakeAsync(page, $"sign-in-used-{look.Name}");
            await Legibility.CheckAsync(page, look.Name);
        }
    }

    [Fact]
    public async Task The_team_page_names_only_those_who_want_it_under_headings_in_order()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPersonAsync(Look.All[0].Options);
        await page.Context.AddCookiesAsync([new() { Name = SignedIn.Cookie, Value = SignedIn.CookieFor(team.Coach, Guid.NewGuid(), isAdmin: true), Url = team.Coach.Address.ToString() }]);
        await page.GotoAsync(new Uri(team.Coach.Address, "team").ToString());

        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync(
            ["Team", "Who practises", "Week by week", "Reviews remembered, by topic", "Hardest exercises, by answers that passed", "Disputed grades", "Those who share their progress", "Leaderboard", "Delivery"]);
        await Expect(page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Amara");
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Deepak");
    }

    /// <summary>One of the coach's pages in the browser of the learner who has practised most.</summary>
    private async Task<IPage> OpenAsync(Browser browser, Look look, string address)
    {
        var page = await browser.NewPersonAsync(look.Options);
        await page.Context.AddCookiesAsync(team.Amara.Cookies.Split("; ").Select(cookie => new Cookie { Name = cookie.Split('=')[0], Value = cookie[(cookie.IndexOf('=') + 1)..], Url = team.Coach.Address.ToString() }));
        await page.GotoAsync(new Uri(team.Coach.Address, address).ToString());
        return page;
    }

    [GeneratedRegex(@"^Your last eight weeks, by the week’s Monday: 23 Nov: [0-9]+ answers.*; 11 Jan: [0-9]+ answers, [0-9]+% remembered\.$")]
    private static partial Regex InWords();
}
