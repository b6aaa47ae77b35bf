using System.Diagnostics;
using System.IO.Pipelines;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.OwnData;
using ChatCoachBot.Storage;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Benchmarks;

/// <summary>One learner's own data with so many answers, file by file: how long, how many bytes, how much memory, and how long others wait to write meanwhile.</summary>
internal static class ExportBenchmark
{
    private const double Megabyte = 1024 * 1024;
    private const int Warm = 1_000;

    private static readonly TimeSpan WriteEvery = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync(int attempts)
    {
        using var folder = new TemporaryFolder();
        using var host = DueBenchmark.Build(folder);
        await CoachStart.RunAsync(host.Services, importsChanges: true, CancellationToken.None);
        foreach (var (count, isWarmUp) in new[] { (Warm, true), (attempts, false) })
        {
            var learner = await AddAsync(host.Services, count);
            foreach (var file in OwnDataFile.All)
            {
                await OnceAsync(host.Services, learner, count, file, isWarmUp);
            }
        }
    }

    private static async Task OnceAsync(IServiceProvider services, Guid learner, int count, OwnDataFile file, bool isWarmUp)
    {
        GC.Collect();
        var (memory, resident, waits) = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet, new List<double>());
        using var over = new CancellationTokenSource();
        var peak = (Managed: memory, Resident: resident);
        // On threads of their own: reading SQLite blocks those of the pool.
        var watching = Task.Factory.StartNew(
            () =>
            {
                while (!over.IsCancellationRequested)
                {
                    peak = (Math.Max(peak.Managed, GC.GetTotalMemory(forceFullCollection: false)), Math.Max(peak.Resident, Environment.WorkingSet));
                    Thread.Sleep(1);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var writing = WriteAsync(services.GetRequiredService<Writer>(), learner, waits, over.Token);
        await using var sink = new CountingStream();
        var output = PipeWriter.Create(sink);
        var start = Stopwatch.GetTimestamp();
        await file.WriteAsync(services.GetRequiredService<OwnDataSource>(), learner, output, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await output.CompleteAsync();
        await over.CancelAsync();
        await Task.WhenAll(watching, writing);
        if (!isWarmUp)
        {
            Console.WriteLine(
                $"{count} answers, {file.Name}: {seconds:0.00} s, {sink.Bytes / Megabyte:0.0} MB; memory at most {(peak.Managed - memory) / Megabyte:0.0} MB more on the heap, "
                + $"{(peak.Resident - resident) / Megabyte:0.0} MB resident; writes meanwhile {(waits.Count == 0 ? "none" : Figures.Of(waits, "ms"))}");
        }
    }

    /// <summary>What a learner's settings cost to store, while somebody downloads.</summary>
    private static async Task WriteAsync(Writer writer, Guid learner, List<double> waits, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            await writer.WriteAsync(
                (db, cancel) => db.Learners.Where(known => known.Id == learner).ExecuteUpdateAsync(set => set.SetProperty(known => known.WantsNoDigest, known => !known.WantsNoDigest), cancel),
                CancellationToken.None);
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(WriteEvery, CancellationToken.None);
        }
    }

    private static async Task<Guid> AddAsync(IServiceProvider services, int count)
    {
        var now = DateTimeOffset.UtcNow;
        var learner = new Learner { Id = Guid.CreateVersion7(now), JoinedAt = now.AddYears(-5), PathId = "event-driven-systems-architect" };
        await services.GetRequiredService<Writer>().WriteAsync(
            async (db, cancel) =>
            {
                db.Learners.Add(learner);
                var exercises = await db.Exercises.Select(exercise => new { exercise.Version, Key = exercise.PathId + "/" + exercise.ExerciseId, exercise.ModelAnswer }).ToListAsync(cancel);
                await db.SaveChangesAsync(cancel);
                foreach (var some in Enumerable.Range(0, count).Chunk(1_000))
                {
                    await db.InsertAsync(
                        [
                            .. some.Select(number => (Number: number, Exercise: exercises[number % exercises.Count])).Select(one => new Attempt
                            {
                                LearnerId = learner.Id,
                                ExerciseKey = one.Exercise.Key,
                                ExerciseVersion = one.Exercise.Version,
                                Answer = one.Exercise.ModelAnswer,
                                Score = one.Number % 101 / 100d,
                                Verdict = (Verdict)(one.Number % 3),
                                PointsMet = ["first-point", "second-point"],
                                Hints = one.Number % 2,
                                ModelShown = false,
                                Rating = Rating.Good,
                                LocalDate = DateOnly.FromDateTime(now.UtcDateTime),
                                At = now.AddMinutes(one.Number - count),
                            }),
                        ],
                        cancel);
                }
            },
            CancellationToken.None);
        return learner.Id;
    }

    /// <summary>A browser that takes everything at once.</summary>
    private sealed class CountingStream : Stream
    {
        public long Bytes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Bytes += count;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Bytes += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
