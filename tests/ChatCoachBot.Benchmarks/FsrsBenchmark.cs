using BenchmarkDotNet.Attributes;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.Benchmarks;

/// <summary>One step: a card that was learnt, reviewed when it is due.</summary>
[MemoryDiagnoser]
public class FsrsBenchmark
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private readonly FsrsScheduler _fsrs = new(new FsrsOptions());
    private FsrsCard _card;

    [Params(Rating.Again, Rating.Good, Rating.Easy)]
    public Rating Rating { get; set; }

    [GlobalSetup]
    public void LearnIt()
    {
        _card = _fsrs.Review(default, Rating.Easy, Start);
        _card = _fsrs.Review(_card, Rating.Good, _card.Due);
    }

    [Benchmark]
    public FsrsCard Review() => _fsrs.Review(_card, Rating, _card.Due);
}
