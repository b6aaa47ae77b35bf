using BenchmarkDotNet.Running;
using ChatCoachBot.Benchmarks;

// With COACH_POSTGRESQL set to a connection string of an empty database, what stores something stores it there; else in a new file of SQLite.
switch (args)
{
    case ["start"]:
        await StartBenchmark.RunAsync();
        return 0;
    case ["turn"]:
        await TurnBenchmark.RunAsync();
        return 0;
    case ["load", var rate, var seconds]:
        await LoadBenchmark.SustainAsync(int.Parse(rate, null), int.Parse(seconds, null));
        return 0;
    case ["burst", var messages]:
        await LoadBenchmark.BurstAsync(int.Parse(messages, null));
        return 0;
    case ["teams-receive", var messages]:
        await TeamsBenchmark.ReceiveAsync(int.Parse(messages, null));
        return 0;
    case ["teams-answer", var rate, var seconds]:
        await TeamsBenchmark.AnswerAsync(int.Parse(rate, null), int.Parse(seconds, null));
        return 0;
    case ["teams-host", var standIn, .. var arguments]:
        return await ReroutedHost.RunAsync(new Uri(standIn), arguments);
    case ["due", .. var learners]:
        await DueBenchmark.RunAsync([.. learners.Select(number => int.Parse(number, null))]);
        return 0;
    case ["pick", var cards]:
        await PickBenchmark.RunAsync(int.Parse(cards, null));
        return 0;
    case ["export", var attempts]:
        await ExportBenchmark.RunAsync(int.Parse(attempts, null));
        return 0;
    case ["chart"]:
        ChartBenchmark.Run();
        return 0;
    case ["grade"]:
        BenchmarkRunner.Run<GradeBenchmark>();
        return 0;
    case ["fsrs"]:
        BenchmarkRunner.Run<FsrsBenchmark>();
        return 0;
    case ["hostile"]:
        HostileRun.Run();
        return 0;
    case ["fuzz", var answers]:
        return FuzzRun.Run(int.Parse(answers, null));
    default:
        Console.Error.WriteLine(
            """
            Say which:
              start              process start and idle memory
              turn               one answer's round trip
              load RATE SECONDS  so many messages a second over HTTP, each a whole turn: does the lag grow?
              burst MESSAGES     as many messages as fast as they are acknowledged, and how long it takes to handle them
              due LEARNERS…      so many learners due in the same minute: from the tick to the last prompt handed over
              pick CARDS         the day's exercise of a learner with so many cards
              export ATTEMPTS    the files of a learner's own data with so many answers: time, bytes, memory, and what writers notice
              teams-receive MESSAGES
                                 so many messages from Teams, 32 at once, to a host that only receives
              teams-answer RATE SECONDS
                                 so many answers a second from Teams: how long until the grade's card is there?
              chart              a learner's eight weeks as a PNG file, the very first and the later ones
              grade              one answer in memory, and compiling its rubric
              fsrs               one step of a card's memory
              hostile            answers of 4,000 characters that are made to be slow
              fuzz ANSWERS       so many random and mutated answers: does every grade hold what it must?
            """);
        return 1;
}
