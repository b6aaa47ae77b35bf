namespace ChatCoachBot;

/// <summary>How long to wait before something that failed is tried again: 2 s, 4 s, 8 s … and never more than a minute.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static TimeSpan After(int failures) =>
        failures > 5 ? Longest : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, failures)));
}
