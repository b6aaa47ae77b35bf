using System.Diagnostics;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Daily;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatCoachBot.Benchmarks;

/// <summary>Many learners due in the same minute: from the tick to all delivery and outbox rows, and to the last prompt handed to a channel that takes everything.</summary>
internal static class DueBenchmark
{
    private const string PathId = "event-driven-systems-architect";
    private const double Megabyte = 1024 * 1024;

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        using var folder = new TemporaryFolder();
        using var host = Build(folder);
        await CoachStart.RunAsync(host.Services, importsChanges: true, CancellationToken.None);
        // The host's own trigger is not started: the tick is run by hand, so that it can be timed.
        var services = host.Services.GetServices<IHostedService>().Where(service => !service.GetType().Name.Contains("Quartz", StringComparison.Ordinal)).ToList();
        foreach (var service in services)
        {
            await service.StartAsync(CancellationToken.None);
        }

        var done = 0;
        foreach (var size in sizes.Prepend(200))
        {
            await AddLearnersAsync(host.Services, done, size);
            await OnceAsync(host.Services, size, warmUp: done == 0);
            done += size;
        }

        foreach (var service in services)
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    private static async Task OnceAsync(IServiceProvider services, int size, bool warmUp)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CoachDb>>().CreateDbContextAsync();
        var channel = (NullChannel)services.GetRequiredService<IChannel>();
        var (deliveries, sent) = (await db.Deliveries.CountAsync(), channel.Sent);
        var start = Stopwatch.GetTimestamp();
        await services.GetRequiredService<DailyTick>().RunAsync(CancellationToken.None);
        var written = Stopwatch.GetElapsedTime(start);
        while (channel.Sent < sent + size)
        {
            await Task.Delay(10);
        }

        var handedOver = Stopwatch.GetElapsedTime(start);
        (await db.Deliveries.CountAsync() - deliveries).ShouldBe(size);
        if (!warmUp)
        {
            Console.WriteLine(
                $"{size} due: written in {written.TotalSeconds:0.00} s ({size / written.TotalSeconds:0} a second, {written.TotalMicroseconds / size:0} µs each), "
                + $"handed over after {handedOver.TotalSeconds:0.00} s ({size / handedOver.TotalSeconds:0} a second); memory {Environment.WorkingSet / Megabyte:0} MB; {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} collections, {GC.GetTotalPauseDuration().TotalSeconds:0.0} s paused");
        }
    }

    internal static IHost Build(TemporaryFolder folder)
    {
        var builder = Host.CreateApplicationBuilder();
        var postgreSql = Environment.GetEnvironmentVariable("COACH_POSTGRESQL");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = string.IsNullOrEmpty(postgreSql) ? "Sqlite" : "PostgreSql",
            ["ConnectionStrings:Coach"] = string.IsNullOrEmpty(postgreSql) ? $"Data Source={Path.Combine(folder.Path, "coach.db")}" : postgreSql,
            ["Content:Path"] = Repository.ContentFolder,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddCoach(builder.Configuration).AddWorking().AddDaily(builder.Configuration).AddSingleton<IChannel, NullChannel>();
        return builder.Build();
    }

    /// <summary>Copies one learner's rows, as the program writes them, as often as wanted; all are due now.</summary>
    private static async Task AddLearnersAsync(IServiceProvider services, int from, int count)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CoachDb>>().CreateDbContextAsync();
        var now = DateTimeOffset.UtcNow;
        if (from == 0)
        {
            db.Conversations.Add(Model(now));
            await db.SaveChangesAsync();
        }

        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var model = await db.Conversations.AsNoTracking().Where(conversation => conversation.Address == "model").Select(conversation => new { conversation.Id, Learner = conversation.Learner.Id }).SingleAsync();
        var (ids, id) = db.Database.IsSqlite()
            ? ($"WITH RECURSIVE numbers(n) AS (SELECT {from + 1} UNION ALL SELECT n + 1 FROM numbers WHERE n < {from + count}) ", "printf('00000000-0000-7000-8000-%012X', n)")
            : ($"WITH numbers AS (SELECT generate_series({from + 1}, {from + count}) AS n) ", "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid");
        await CopyAsync(db, "Learners", ids, model.Learner, "Id", new() { ["Id"] = id });
        await CopyAsync(db, "Conversations", ids, model.Id, "Id", new() { ["Id"] = id, ["LearnerId"] = id, ["Address"] = "'learner ' || n" });
        await CopyAsync(db, "Schedules", ids, model.Id, "ConversationId", new() { ["ConversationId"] = id, ["NextDue"] = $"{now.UtcTicks}" });
    }

    private static async Task CopyAsync(CoachDb db, string table, string numbers, Guid model, string key, Dictionary<string, string> instead)
    {
        var type = db.Model.GetEntityTypes().Single(type => type.GetTableName() == table);
        List<string> columns = [.. type.GetProperties().Select(property => property.GetColumnName()), .. type.GetComplexProperties().Select(property => property.ComplexType.GetContainerColumnName()!)];
        var values = columns.Select(column => instead.GetValueOrDefault(column) ?? $"\"{column}\"");
        var sql = $"INSERT INTO \"{table}\" (\"{string.Join("\", \"", columns)}\") {numbers} SELECT {string.Join(", ", values)} FROM \"{table}\", numbers WHERE \"{key}\" = {{0}}";
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? sql : sql.Replace($"INSERT INTO \"{table}\"", $"{numbers} INSERT INTO \"{table}\"", StringComparison.Ordinal).Replace($") {numbers} SELECT", ") SELECT", StringComparison.Ordinal), model);
    }

    private static Conversation Model(DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var conversation = new Conversation
        {
            Id = id,
            Platform = NullChannel.Name,
            Address = "model",
            Learner = new Learner { Id = Guid.CreateVersion7(now), JoinedAt = now, PathId = PathId },
            Schedule = new Schedule { ConversationId = id },
            Step = Step.Practising,
        };
        conversation.Schedule.Remind(TimeOnly.FromDateTime(now.UtcDateTime.AddHours(-6)), Weekdays.Everyday, now);
        return conversation;
    }

    private sealed class NullChannel : IChannel
    {
        public const string Name = "null";

        private int _sent;

        public int Sent => Volatile.Read(ref _sent);

        public string Platform => Name;

        public bool KeepsUnread => false;

        public Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _sent);
            return Task.FromResult<SendResult>(new SendResult.Sent());
        }
    }
}
