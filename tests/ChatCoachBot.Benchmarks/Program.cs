using BenchmarkDotNet.Running;
using ChatCoachBot.Benchmarks;

switch (args.FirstOrDefault())
{
    case "start":
        await StartBenchmark.RunAsync();
        return 0;
    case "turn":
        await TurnBenchmark.RunAsync();
        return 0;
    case "grade":
        BenchmarkRunner.Run<GradeBenchmark>();
        return 0;
    default:
        Console.Error.WriteLine("Say which: start (process start and idle memory), turn (an answer's round trip), grade (one answer in memory).");
        return 1;
}
