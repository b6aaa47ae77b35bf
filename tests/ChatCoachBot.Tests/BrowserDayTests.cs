using System.Text.RegularExpressions;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatCoachBot.Tests;

/// <summary>A person's first day, played in a real browser.</summary>
public sealed partial class BrowserDayTests
{
    [Fact]
    public async Task A_learner_joins_answers_wrong_takes_a_hint_answers_right_sees_progress_and_gets_the_daily_prompt()
    {
        await using var coach = new CoachApplication();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPersonAsync();
        var faults = Watch(page);
        await page.GotoAsync(coach.Address.ToString());

        // Greeted, and asked for a path and a time.
        await Expect(Last(page)).ToContainTextAsync("Which path would you like to take?");
        await Last(page).GetByRole(AriaRole.Button, new() { Name = "Event-Driven Systems Architect" }).ClickAsync();
        await Expect(Last(page)).ToContainTextAsync("When shall I write to you?");
        await Expect(Last(page)).ToContainTextAsync("Europe/Warsaw");
        await Screenshots.TakeAsync(page, "welcome");
        await SayAsync(page, "remind 10:00 weekdays");

        // Today's exercise, answered wrong.
        await Expect(Last(page).GetByRole(AriaRole.Heading, new() { Name = "Today’s exercise" })).ToBeVisibleAsync();
        await Last(page).GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
        await Expect(Last(page).GetByRole(AriaRole.Heading, new() { Name = "Here is another one" })).ToBeVisibleAsync();
        await SayAsync(page, "scenario");
        await Expect(Last(page).GetByRole(AriaRole.Heading, new() { Name = "A scenario" })).ToBeVisibleAsync();
        await SayAsync(page, "It is a good idea because it is modern.");
        await Expect(Last(page)).ToContainTextAsync("Not yet");
        await Screenshots.TakeAsync(page, "wrong");

        await Last(page).GetByRole(AriaRole.Button, new() { Name = "Hint" }).ClickAsync();
        await Expect(Last(page)).ToContainTextAsync("Hint:");

        await Last(page).GetByRole(AriaRole.Button, new() { Name = "Show a model answer" }).ClickAsync();
        await Expect(Last(page).GetByRole(AriaRole.Heading, new() { Name = "A model answer" })).ToBeVisibleAsync();
        await SayAsync(page, await PassingAnswerAsync(coach));
        await Expect(Last(page)).ToContainTextAsync("Passed");
        await Screenshots.TakeAsync(page, "right");

        await page.GetByRole(AriaRole.Button, new() { Name = "Progress" }).First.ClickAsync();
        await Expect(Last(page)).ToContainTextAsync(OnePractised());
        await Screenshots.TakeAsync(page, "progress");

        // Ten o'clock in Warsaw comes: the prompt appears without a reload.
        coach.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 9, 0, 5, TimeSpan.Zero));
        await coach.TickAsync();
        await Expect(Last(page).GetByRole(AriaRole.Heading, new() { NameRegex = DailyHeading() })).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, "daily");

        // Everything is there again after a reload.
        var before = await page.Locator("article").CountAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("article")).ToHaveCountAsync(before);
        faults.ShouldBeEmpty();
    }

    /// <summary>A sample of the exercise in hand that its author expects to pass.</summary>
    private static async Task<string> PassingAnswerAsync(CoachApplication coach)
    {
        var key = await coach.ReadAsync(db => db.Conversations.Select(conversation => conversation.Current!.Key).SingleAsync());
        var files = await ContentSource.FindConfigured([coach.ContentFolder]).ReadAsync(TestContext.Current.CancellationToken);
        return ContentReader.Read(files).Paths
            .SelectMany(path => path.Exercises.Where(exercise => $"{path.Id}/{exercise.Id}" == key))
            .Single()
            .Samples.First(sample => sample.Expect == Verdict.Pass)
            .Answer;
    }

    private static ILocator Last(IPage page) => page.Locator("article.coach").Last;

    private static async Task SayAsync(IPage page, string text)
    {
        var replies = await page.Locator("article.coach").CountAsync();
        await page.GetByRole(AriaRole.Textbox).FillAsync(text);
        await page.GetByRole(AriaRole.Textbox).PressAsync("Enter");
        await Expect(page.Locator("article.coach").Nth(replies)).ToBeVisibleAsync();
    }

    /// <summary>Collects what the page complains about: script errors, and anything that the content policy refused.</summary>
    private static List<string> Watch(IPage page)
    {
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        return faults;
    }

    [GeneratedRegex("1 of [0-9]+ exercises and terms practised")]
    private static partial Regex OnePractised();

    [GeneratedRegex("Your (term|exercise) for today")]
    private static partial Regex DailyHeading();
}
