namespace ChatCoachBot.Core.Practice;

/// <summary>Somebody who wants to be seen: their effort, never how well they did.</summary>
/// <param name="Days">On how many of the last days they practised.</param>
public sealed record LeaderboardEntry(string Name, int Days)
{
    /// <summary>How many days are looked at.</summary>
    public const int Window = 30;
}
