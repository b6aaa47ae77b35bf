using ChatCoachBot.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatCoachBot.Tests;

/// <summary>The page as people with other needs meet it: with a keyboard alone, on a phone, in the dark, with a screen reader.</summary>
public sealed class BrowserLookTests
{
    [Fact]
    public async Task A_day_can_be_practised_with_the_keyboard_alone()
    {
        await using var coach = new CoachApplication();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPersonAsync();
        await page.GotoAsync(coach.Address.ToString());
        await Expect(page.GetByText("Which path would you like to take?")).ToBeVisibleAsync();

        // The first stop leads past everything to the answer.
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Go to your answer" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();

        // The newest buttons are the nearest ones back.
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "SOC Analyst / Threat Hunter" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Event-Driven Systems Architect" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("When shall I write to you?")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("9:30");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today’s exercise" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("two");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("lines");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article.learner").Last).ToHaveTextAsync("two\nlines");
    }

    [Fact]
    public async Task A_screen_reader_is_told_who_speaks_and_what_each_mark_means()
    {
        await using var coach = new CoachApplication();
        await using var browser = await Browser.StartAsync();
        var page = await OpenGradeAsync(coach, browser, new BrowserNewContextOptions());

        await Expect(page.GetByRole(AriaRole.Log)).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "You" }).Last).ToContainTextAsync("eventual");
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "ChatCoach" }).Last.GetByRole(AriaRole.Progressbar, new() { Name = "Score" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Still missing:" }).First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Your answer, or a word such as “help”")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("wide-light", 1100, 900, ColorScheme.Light)]
    [InlineData("wide-dark", 1100, 900, ColorScheme.Dark)]
    [InlineData("phone-light", 360, 740, ColorScheme.Light)]
    [InlineData("phone-dark", 360, 740, ColorScheme.Dark)]
    public async Task Nothing_runs_out_of_the_page_and_every_text_has_contrast(string name, int width, int height, ColorScheme scheme)
    {
        await using var coach = new CoachApplication();
        await using var browser = await Browser.StartAsync();
        var page = await OpenGradeAsync(coach, browser, new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await Screenshots.TakeAsync(page, name);

        await Legibility.CheckAsync(page, name);
    }

    [Theory]
    [InlineData("light", 1100, 900, ColorScheme.Light)]
    [InlineData("dark", 1100, 900, ColorScheme.Dark)]
    [InlineData("phone-light", 360, 740, ColorScheme.Light)]
    [InlineData("phone-dark", 360, 740, ColorScheme.Dark)]
    public async Task The_pages_to_read_in_fit_and_have_contrast_too(string name, int width, int height, ColorScheme scheme)
    {
        await using var coach = new CoachApplication();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPersonAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        foreach (var (address, title) in new[] { ("paths", "Paths"), ("paths/event-driven-systems-architect", "Event-Driven Systems Architect"), ("glossary?q=delivery", "Glossary") })
        {
            await page.GotoAsync(new Uri(coach.Address, address).ToString());
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = title })).ToBeVisibleAsync();
            if (await page.Locator("details").CountAsync() > 0)
            {
                await page.Locator("details > summary").First.ClickAsync();
            }

            await Screenshots.TakeAsync(page, $"{address.Split('?', '/')[^1]}-{name}");
            await Legibility.CheckAsync(page, address);
        }
    }

    [Theory]
    [InlineData("wide-light", 1100, 900, ColorScheme.Light)]
    [InlineData("wide-dark", 1100, 900, ColorScheme.Dark)]
    [InlineData("phone-light", 360, 740, ColorScheme.Light)]
    [InlineData("phone-dark", 360, 740, ColorScheme.Dark)]
    public async Task The_page_of_a_learners_own_data_fits_has_contrast_and_downloads(string name, int width, int height, ColorScheme scheme)
    {
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder };
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();
        var files = await OwnFiles.AskForAsync(learner);
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPersonAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await page.GotoAsync(new Uri(coach.Address, files.Link).ToString());

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Your data" })).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, $"my-data-{name}");
        await Legibility.CheckAsync(page, name);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download answers.csv" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("answers.csv");
        (await download.FailureAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData(375)]
    [InlineData(320)]
    public async Task The_longest_name_runs_out_of_no_page_of_a_small_phone(int width)
    {
        await using var coach = new CoachApplication();
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await learner.AskAsync("It is a good idea because it is modern.");
        var name = new string('W', 40);
        (await learner.AskAsync($"leaderboard on {name}")).ShouldStartWith("You are on the leaderboard");
        (await learner.AskAsync($"share on {name}")).ShouldStartWith("The team page now shows");
        (await learner.AskAsync("leaderboard")).ShouldContain(name);
        await learner.AskAsync("progress");
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPersonAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 740 } });
        await page.Context.AddCookiesAsync(
        [
            .. learner.Cookies.Split("; ").Select(cookie => new Cookie { Name = cookie.Split('=')[0], Value = cookie[(cookie.IndexOf('=') + 1)..], Url = coach.Address.ToString() }),
            new() { Name = SignedIn.Cookie, Value = SignedIn.CookieFor(coach, Guid.NewGuid(), isAdmin: true), Url = coach.Address.ToString() },
        ]);
        foreach (var (address, shown) in new[] { ("team", name), ("progress", "by topic"), ("", name), ("paths", "Paths"), ("glossary", "Glossary"), ("review", "Review") })
        {
            await page.GotoAsync(new Uri(coach.Address, address).ToString());
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(shown);
            await Screenshots.TakeAsync(page, $"{(address.Length == 0 ? "chat" : address)}-{width}");
            await Legibility.CheckAsync(page, $"/{address}");
        }
    }

    private static async Task<IPage> OpenGradeAsync(CoachApplication coach, Browser browser, BrowserNewContextOptions options)
    {
        var page = await browser.NewPersonAsync(options);
        await page.GotoAsync(coach.Address.ToString());
        foreach (var (said, answer) in new[]
        {
            ("1", "When shall I write to you?"),
            ("no reminders", "Today’s exercise"),
            ("scenario", "A scenario"),
            ("term idempotency", "Not the same as"),
            ("eventual consistency <b>is</b> when stuff hapens later, trust me", "Not yet"),
            ("progress", "Passed and still fresh, by topic"),
        })
        {
            await Expect(page.Locator("article.coach").Last.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Textbox).FillAsync(said);
            await page.GetByRole(AriaRole.Textbox).PressAsync("Enter");
            await Expect(page.Locator("article.coach").Last).ToContainTextAsync(answer);
            if (answer == "Not yet" && options.ViewportSize is null)
            {
                break;
            }
        }

        return page;
    }
}
