namespace ChatCoachBot.Daily;

/// <summary>The settings under <c>Channels</c>.</summary>
internal sealed class RoundOptions
{
    public const string Section = "Channels";

    public const int MostHours = 72;

    /// <summary>How long the members of a channel may answer its exercise.</summary>
    public int OpenHours { get; set; } = 6;

    public TimeSpan Open => TimeSpan.FromHours(OpenHours);
}
