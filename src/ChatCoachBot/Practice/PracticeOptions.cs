using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.Practice;

/// <summary>The settings under <c>Practice</c>.</summary>
internal sealed class PracticeOptions
{
    public const string Section = "Practice";

    public const int LargestRound = 20;

    /// <summary>How likely a thing is to be recalled when it is asked again: more means more reviews.</summary>
    public double DesiredRetention { get; set; } = 0.9;

    /// <summary>How many due things a round offers.</summary>
    public int RoundSize { get; set; } = PracticeSettings.UsualRound;

    public PracticeSettings ToSettings() => new(new FsrsScheduler(new FsrsOptions { DesiredRetention = DesiredRetention }), RoundSize);
}
