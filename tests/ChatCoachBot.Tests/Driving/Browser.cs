using Microsoft.Playwright;

namespace ChatCoachBot.Tests.Driving;

/// <summary>Debian's chromium, without a screen. Where it is not installed the test is skipped, and says so.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Executable), $"{Executable} is not installed: ./test.sh installs it.");
        // A machine that is busy with other tests takes its time; a page that is right answers at once all the same.
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        return new Browser(playwright, browser);
    }

    /// <summary>A fresh profile: a person who was never here before.</summary>
    public async Task<IPage> NewPersonAsync(BrowserNewContextOptions? options = null)
    {
        var context = await _browser.NewContextAsync(options ?? new BrowserNewContextOptions { TimezoneId = "Europe/Warsaw", ViewportSize = new ViewportSize { Width = 900, Height = 900 } });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
