namespace ChatCoachBot;

/// <summary>
/// How long to wait before something that failed is tried again: up to 2 s, 4 s, 8 s … and never more than a minute. The second half of
/// each wait is a matter of chance, so that what failed together is not tried again together.
/// </summary>
internal static class Backoff
{
    /// <summary>Whatever is to wait for longer was put off by a clock that has been set back since.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static TimeSpan After(int failures)
    {
        var atMost = failures > 5 ? Longest : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, failures)));
        return atMost * (0.5 + (0.5 * Random.Shared.NextDouble()));
    }
}
