using Microsoft.Playwright;

namespace ChatCoachBot.Tests.Driving;

/// <summary>Pictures for whoever wants to look: set COACH_SCREENSHOTS to a folder to get them.</summary>
internal static class Screenshots
{
    public static async Task TakeAsync(IPage page, string name, bool fullPage = true)
    {
        if (Environment.GetEnvironmentVariable("COACH_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = fullPage });
        }
    }

    public static async Task KeepAsync(byte[] png, string name)
    {
        if (Environment.GetEnvironmentVariable("COACH_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), png);
        }
    }
}
