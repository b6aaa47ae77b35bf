using System.Diagnostics;
using System.Globalization;
using ChatCoachBot.Charts;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Benchmarks;

/// <summary>A learner's eight weeks as a PNG file. The very first one of a process loads the native library and the fonts.</summary>
internal static class ChartBenchmark
{
    private const int WarmUp = 50;
    private const int Times = 200;

    public static void Run()
    {
        var monday = new DateOnly(2026, 10, 5);
        var first = Time(ChartOf(monday, 0), out var bytes);
        var later = Enumerable.Range(1, WarmUp + Times).Select(seed => Time(ChartOf(monday, seed), out _)).Skip(WarmUp).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the first: {first:0.0} ms, {bytes} bytes"));
        Console.WriteLine($"later: {Figures.Of(later, "ms")}");
    }

    private static double Time(Chart chart, out int bytes)
    {
        var start = Stopwatch.GetTimestamp();
        bytes = ChartDrawing.PngOf(chart).Length;
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static Chart ChartOf(DateOnly monday, int seed) => new(
        Texts.ChartTitle,
        [.. Enumerable.Range(0, PracticeWeek.Shown).Select(week => new PracticeWeek(monday.AddDays(7 * week), (seed + (13 * week)) % 40, week == 0 ? null : 0.6 + (week / 20d)))]);
}
