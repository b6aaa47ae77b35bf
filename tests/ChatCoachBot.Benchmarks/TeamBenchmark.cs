using System.Diagnostics;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Management;
using ChatCoachBot.Practice;
using ChatCoachBot.Storage;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Benchmarks;

/// <summary>All that the team page reads, for a team of so many that has answered for a year.</summary>
internal static class TeamBenchmark
{
    private const int Times = 11;
    private const int Days = 365;
    private const int RowsAtOnce = 10_000;

    public static async Task RunAsync(int learners, int attempts)
    {
        using var folder = new TemporaryFolder();
        using var host = DueBenchmark.Build(folder);
        await CoachStart.RunAsync(host.Services, importsChanges: true, CancellationToken.None);
        var (contexts, library) = (host.Services.GetRequiredService<IDbContextFactory<CoachDb>>(), host.Services.GetRequiredService<LibraryCache>().Current);
        var report = new AdminReport(TimeProvider.System);
        List<string> keys = [.. library.Paths.SelectMany(path => path.Syllabus).Select(exercise => exercise.Key)];
        await AddAsync(contexts, learners, attempts, keys);
        var (all, figures, health, leaders) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            await using var db = await contexts.CreateDbContextAsync();
            var now = DateTimeOffset.UtcNow;
            var start = Stopwatch.GetTimestamp();
            (await TeamFigures.ReadAsync(db, library, now, CancellationToken.None)).Learners.ShouldBe(learners);
            figures.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var afterFigures = Stopwatch.GetTimestamp();
            (await report.ReadAsync(db, CancellationToken.None)).Blocks.ShouldNotBeEmpty();
            health.Add(Stopwatch.GetElapsedTime(afterFigures).TotalMilliseconds);
            var afterHealth = Stopwatch.GetTimestamp();
            (await Leaderboard.ReadAsync(db, now, CancellationToken.None)).ShouldNotBeEmpty();
            leaders.Add(Stopwatch.GetElapsedTime(afterHealth).TotalMilliseconds);
            all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine($"{learners} learners, {attempts} attempts: {Figures.Of(all.Skip(1), "ms")}");
        Console.WriteLine($"  figures:     {Figures.Of(figures.Skip(1), "ms")}");
        Console.WriteLine($"  delivery:    {Figures.Of(health.Skip(1), "ms")}");
        Console.WriteLine($"  leaderboard: {Figures.Of(leaders.Skip(1), "ms")}");
    }

    private static async Task AddAsync(IDbContextFactory<CoachDb> contexts, int learners, int attempts, List<string> keys)
    {
        var (now, chance) = (DateTimeOffset.UtcNow, new Random(1));
        List<Learner> people =
        [
            .. Enumerable.Range(0, learners).Select(number => new Learner
            {
                Id = Guid.CreateVersion7(),
                PathId = keys[0].Split('/')[0],
                JoinedAt = now.AddDays(-chance.Next(Days)),
                Name = $"Learner {number}",
                SharesProgress = number % 100 == 0,
                OnLeaderboard = number % 10 == 0,
            }),
        ];
        foreach (var some in people.Chunk(RowsAtOnce))
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.Learners.AddRange(some);
            await db.SaveChangesAsync();
        }

        foreach (var some in Enumerable.Range(0, attempts).Chunk(RowsAtOnce))
        {
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.InsertAsync([.. some.Select(_ => Answered(people[chance.Next(learners)].Id, keys[chance.Next(keys.Count)], now.AddMinutes(-chance.Next(Days * 24 * 60)), chance))], CancellationToken.None);
            await transaction.CommitAsync();
        }
    }

    private static Attempt Answered(Guid learner, string key, DateTimeOffset at, Random chance) => new()
    {
        LearnerId = learner,
        ExerciseKey = key,
        ExerciseVersion = 1,
        Answer = "The write model takes commands, and the read model follows it a little later, so that each can be scaled by itself.",
        Score = 0.8,
        Verdict = chance.Next(4) == 0 ? Verdict.Partial : Verdict.Pass,
        PointsMet = ["separate-models", "eventual"],
        Hints = 0,
        ModelShown = false,
        Recalled = chance.Next(3) switch { 0 => null, 1 => true, _ => chance.Next(5) > 0 },
        LocalDate = DateOnly.FromDateTime(at.UtcDateTime),
        At = at,
    };
}
