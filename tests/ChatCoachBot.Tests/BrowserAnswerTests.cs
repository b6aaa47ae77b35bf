using System.Text.RegularExpressions;
using ChatCoachBot.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatCoachBot.Tests;

/// <summary>The numbers under an exercise answer that exercise, and never the one that came after it.</summary>
public sealed partial class BrowserAnswerTests : IAsyncDisposable
{
    private readonly CoachApplication _coach = new() { ContentFolder = Repository.SmallContentFolder };

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task The_numbers_of_the_newest_exercise_stay_until_another_one_is_asked_and_after_a_reload_too()
    {
        await using var browser = await Browser.StartAsync();
        var page = await OpenChoiceAsync(browser);

        await SayAsync(page, "progress", "Nothing practised yet");
        await Expect(Numbers(page)).ToHaveCountAsync(3);
        await Expect(Open(page)).ToHaveCountAsync(3);
        await page.ReloadAsync();
        await Expect(Open(page)).ToHaveCountAsync(3);

        // The same exercise again, under the grade: there it is answered now.
        await Open(page).First.ClickAsync();
        await Expect(Last(page)).ToContainTextAsync("Not yet");
        await Expect(Last(page).GetByRole(AriaRole.Button, new() { NameRegex = Number(), Disabled = false })).ToHaveCountAsync(3);
        await Expect(Open(page)).ToHaveCountAsync(3);
        await SayAsync(page, "hint", "Hint");
        await Expect(Open(page)).ToHaveCountAsync(6);

        await SayAsync(page, "skip", "Here is another one");
        await Expect(Last(page)).Not.ToContainTextAsync(SmallContent.Choice);
        await Expect(Open(page)).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(Numbers(page)).ToHaveCountAsync(9);
        await Expect(Open(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_number_answers_once_and_may_be_pressed_again_when_it_could_not_be_sent()
    {
        await using var browser = await Browser.StartAsync();
        var page = await OpenChoiceAsync(browser);
        var answered = new TaskCompletionSource();
        await page.RouteAsync("**/chat/messages", async route =>
        {
            await answered.Task;
            await route.FulfillAsync(new() { Status = 429, Body = "Too fast." });
        });

        await Open(page).Nth(1).ClickAsync();
        await Expect(Open(page)).ToHaveCountAsync(0);
        answered.SetResult();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Too fast.");
        await page.UnrouteAllAsync();
        await Open(page).Nth(1).ClickAsync();
        await Expect(Last(page)).ToContainTextAsync("Passed");
    }

    private async Task<IPage> OpenChoiceAsync(Browser browser)
    {
        var page = await browser.NewPersonAsync();
        await page.GotoAsync(_coach.Address.ToString());
        await Expect(Last(page)).ToContainTextAsync("Which path would you like to take?");
        await SayAsync(page, "1", "When shall I write to you?");
        await SayAsync(page, "no reminders", SmallContent.Choice);
        return page;
    }

    private static async Task SayAsync(IPage page, string text, string answer)
    {
        await page.GetByRole(AriaRole.Textbox).FillAsync(text);
        await page.GetByRole(AriaRole.Textbox).PressAsync("Enter");
        await Expect(Last(page)).ToContainTextAsync(answer);
    }

    private static ILocator Last(IPage page) => page.Locator("article.coach").Last;

    /// <summary>All numbers in the page.</summary>
    private static ILocator Numbers(IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = Number() });

    /// <summary>Those that may be pressed.</summary>
    private static ILocator Open(IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = Number(), Disabled = false });

    [GeneratedRegex("^[0-9]$")]
    private static partial Regex Number();
}
