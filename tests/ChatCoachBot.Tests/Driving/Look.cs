using Microsoft.Playwright;

namespace ChatCoachBot.Tests.Driving;

/// <summary>How a page is looked at: wide and on a phone, in light and in dark.</summary>
internal sealed record Look(string Name, int Width, int Height, ColorScheme Scheme)
{
    public static readonly IReadOnlyList<Look> All =
    [
        new("wide-light", 1100, 900, ColorScheme.Light),
        new("wide-dark", 1100, 900, ColorScheme.Dark),
        new("phone-light", 390, 844, ColorScheme.Light),
        new("phone-dark", 390, 844, ColorScheme.Dark),
    ];

    public BrowserNewContextOptions Options => new() { ViewportSize = new() { Width = Width, Height = Height }, ColorScheme = Scheme };
}
