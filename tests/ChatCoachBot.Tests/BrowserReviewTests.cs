using ChatCoachBot.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatCoachBot.Tests;

/// <summary>The review page as a reviewer sees it.</summary>
public sealed class BrowserReviewTests
{
    [Theory]
    [InlineData("review-wide-light", 1100, 900, ColorScheme.Light)]
    [InlineData("review-wide-dark", 1100, 900, ColorScheme.Dark)]
    [InlineData("review-phone-light", 360, 740, ColorScheme.Light)]
    [InlineData("review-phone-dark", 360, 740, ColorScheme.Dark)]
    public async Task Answers_are_judged_on_a_page_that_fits(string name, int width, int height, ColorScheme scheme)
    {
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder };
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await learner.ReachAsync(SmallContent.Explain);
        foreach (var answer in new[] { "It puts everything back to how it was.", "We undo it for the customers, <b>at once</b>." })
        {
            await learner.AskAsync(answer);
            await learner.AskAsync("I was right");
        }

        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPersonAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await page.Context.AddCookiesAsync([new() { Name = SignedIn.Cookie, Value = SignedIn.CookieFor(coach, Guid.NewGuid(), isAdmin: true), Url = coach.Address.ToString() }]);
        await page.GotoAsync(new Uri(coach.Address, "review").ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Waiting for you (2)" })).ToBeVisibleAsync();

        await page.GetByText("Add a phrase to the rubric").First.ClickAsync();
        await page.GetByLabel("Point").First.SelectOptionAsync("previous-version");
        await page.GetByLabel("Phrase").First.FillAsync("how it was");
        await Screenshots.TakeAsync(page, name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept: the learner was right" }).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Waiting for you (1)" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Accepted, added: how it was")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download with the added phrases" })).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, $"{name}-decided");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
    }
}
