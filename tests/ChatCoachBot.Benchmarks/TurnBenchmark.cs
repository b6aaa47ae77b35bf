using System.Diagnostics;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Benchmarks;

/// <summary>One client's answers, each from the post to its grade on the event stream: HTTP, inbox, grade, two commits on the disk, reply.</summary>
internal static class TurnBenchmark
{
    private const int WarmUp = 300;
    private const int Turns = 1000;
    private const string Answer =
        "I would keep the old consumers running, publish both versions for a while, and raise a concern in the review before we drop a field that somebody still reads.";

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        using var host = HostProcess.Start(folder, "--urls=http://127.0.0.1:0", "--Management:Url=", "--Web:MessagesPerMinute=1000000");
        using var learner = new WebVisitor(await host.ReadyAsync(), CancellationToken.None);
        await learner.JoinAsync();
        await learner.AskAsync("scenario");
        var milliseconds = new List<double>();
        for (var turn = 0; turn < WarmUp + Turns; turn++)
        {
            var start = Stopwatch.GetTimestamp();
            await learner.AskAsync(Answer);
            if (turn >= WarmUp)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Console.WriteLine($"answer posted to grade received: {Figures.Of(milliseconds, "ms")}");
        await host.StopAsync();
    }
}
