using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.Core.Practice;

/// <summary>How everybody practises.</summary>
/// <param name="Scheduler">When things come back.</param>
/// <param name="RoundSize">How many due things a round offers.</param>
public sealed record PracticeSettings(FsrsScheduler Scheduler, int RoundSize)
{
    public const int UsualRound = 5;
}
