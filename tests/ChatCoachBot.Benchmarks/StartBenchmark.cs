using System.Diagnostics;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Benchmarks;

/// <summary>From starting the process to the first page, on a database that exists, and the memory of a host that has nothing to do.</summary>
internal static class StartBenchmark
{
    private const int Runs = 10;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        await OnceAsync(folder, TimeSpan.Zero);
        var (seconds, megabytes) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            var (start, memory) = await OnceAsync(folder, Idle);
            seconds.Add(start.TotalMilliseconds);
            megabytes.Add(memory / Megabyte);
        }

        Console.WriteLine($"start to first page: {Figures.Of(seconds, "ms")}");
        Console.WriteLine($"idle memory (resident): {Figures.Of(megabytes, "MB")}");
    }

    private static async Task<(TimeSpan Start, long Memory)> OnceAsync(TemporaryFolder folder, TimeSpan idle)
    {
        var start = Stopwatch.GetTimestamp();
        using var host = HostProcess.Start(folder, "--urls=http://127.0.0.1:0", "--Management:Url=");
        using var http = new HttpClient { BaseAddress = await host.ReadyAsync() };
        await http.GetStringAsync("/");
        var elapsed = Stopwatch.GetElapsedTime(start);
        await Task.Delay(idle);
        var memory = host.ResidentMemory;
        await host.StopAsync();
        return (elapsed, memory);
    }
}
