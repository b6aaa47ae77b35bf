using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace ChatCoachBot.Benchmarks;

/// <summary>Whole turns over HTTP: received, stored, graded, committed and handed over. The load comes from the same two cores.</summary>
internal static class LoadBenchmark
{
    private const int Visitors = 500;
    private const int Connections = 128;

    private const string Answer =
        "I would keep the old consumers running, publish both versions for a while, and raise a concern in the review before we drop a field that somebody still reads.";

    /// <summary>Open loop: messages come at their times, whether or not earlier ones were acknowledged.</summary>
    public static async Task SustainAsync(int rate, int seconds)
    {
        using var host = await LoadedHost.StartAsync(Visitors);
        await OpenLoopAsync(host, rate / 2, 5);
        await host.DrainAsync();
        var before = await host.CounterAsync("coach_handled");
        var (acknowledged, refused, lags) = (new ConcurrentBag<double>(), 0, new List<double>());
        var start = Stopwatch.GetTimestamp();
        var load = OpenLoopAsync(host, rate, seconds, acknowledged, () => Interlocked.Increment(ref refused));
        while (!load.IsCompleted)
        {
            await Task.WhenAny(load, Task.Delay(TimeSpan.FromSeconds(5)));
            lags.Add(await host.LagAsync());
        }

        await load;
        var posted = Stopwatch.GetElapsedTime(start);
        await host.DrainAsync();
        var handled = await host.CounterAsync("coach_handled") - before;
        var drained = Stopwatch.GetElapsedTime(start);
        Console.WriteLine($"{rate} a second for {posted.TotalSeconds:0.0} s: {handled:0} handled in {drained.TotalSeconds:0.0} s, {handled / drained.TotalSeconds:0} a second; {refused} refused");
        Console.WriteLine($"acknowledged: {Figures.Of(acknowledged, "ms")}");
        Console.WriteLine($"lag every 5 s, in s: {string.Join("  ", lags.Select(lag => $"{lag:0.00}"))}; memory {host.Megabytes:0} MB");
    }

    public static async Task BurstAsync(int messages)
    {
        using var host = await LoadedHost.StartAsync(Visitors);
        await OpenLoopAsync(host, 500, 5);
        await host.DrainAsync();
        var refused = 0;
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, messages, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, _) =>
        {
            if (await host.PostAsync(i % host.Visitors, Answer) != HttpStatusCode.Accepted)
            {
                Interlocked.Increment(ref refused);
            }
        });
        var acknowledged = Stopwatch.GetElapsedTime(start);
        await host.DrainAsync();
        var drained = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(
            $"{messages} messages: acknowledged in {acknowledged.TotalSeconds:0.0} s ({messages / acknowledged.TotalSeconds:0} a second), all handled and handed over after {drained.TotalSeconds:0.0} s "
            + $"({messages / drained.TotalSeconds:0} a second); {refused} refused; memory {host.Megabytes:0} MB");
    }

    private static async Task OpenLoopAsync(LoadedHost host, int rate, int seconds, ConcurrentBag<double>? acknowledged = null, Action? refuse = null)
    {
        var start = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var i && i < rate * seconds)
            {
                var due = TimeSpan.FromSeconds((double)i / rate);
                if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
                {
                    await Task.Delay(early);
                }

                if (await host.PostAsync(i % host.Visitors, Answer) == HttpStatusCode.Accepted)
                {
                    acknowledged?.Add((Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds);
                }
                else
                {
                    refuse?.Invoke();
                }
            }
        }));
    }
}
