using System.Collections.Concurrent;
using System.Net;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Processes;

/// <summary>
/// Hosts under load are killed again and again at moments of chance. Each message that was acknowledged has one effect and one reply, in
/// the order it was sent; each learner whose hour came has one prompt. The counts go into a file, which test.sh shows.
/// </summary>
public abstract class ChaosTests : IAsyncLifetime
{
    private const int Kills = 20;
    private const int Learners = 24;
    private const int Due = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Store _store;
    private readonly TemporaryFolder _folder = new();
    private readonly HostProcess?[] _hosts;
    private readonly Uri?[] _addresses;
    private readonly ConcurrentBag<string> _acknowledged = [];
    private TestDatabase _database = null!;
    private int _sentAgain;

    private ChaosTests(Store store, int hosts) => (_store, _hosts, _addresses) = (store, new HostProcess?[hosts], new Uri?[hosts]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.NewAsync(_store, Repository.SmallContentFolder);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var host in _hosts)
        {
            host?.Dispose();
        }

        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_lost_and_nothing_comes_twice_however_often_hosts_are_killed()
    {
        await Task.WhenAll(Enumerable.Range(0, _hosts.Length).Select(StartAsync));
        var learners = new List<WebVisitor>();
        for (var i = 0; i < Learners; i++)
        {
            learners.Add(await NewLearnerAsync());
        }

        await DueLearners.AddAsync(_database, Due, TimeSpan.FromSeconds(60));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var talking = learners.Select((learner, number) => TalkAsync(learner, number, over.Token)).ToList();

        await KillAgainAndAgainAsync();

        await over.CancelAsync();
        await Task.WhenAll(talking);
        await UntilNothingWaitsAsync();
        await TellCountsAsync();
        await EachMessageHasOneEffectAndOneReplyAsync();
        (await DueLearners.CountAsync(_database)).ShouldAllBe(counts => counts.Prompts == 1 && counts.Deliveries == 1);
    }

    /// <summary>A host that was killed starts again while the next one is killed already.</summary>
    private async Task KillAgainAndAgainAsync()
    {
        var starting = new List<Task>();
        for (var kill = 0; kill < Kills; kill++)
        {
            while (Ready().Length == 0)
            {
                await Task.Delay(50, Cancel);
            }

            // Whoever is ready works for a moment under load before one of them is killed.
            await Task.Delay(Random.Shared.Next(50, 2000), Cancel);
            var victim = Random.Shared.GetItems(Ready(), 1)[0];
            _addresses[victim] = null;
            await _hosts[victim]!.KillAsync();
            _hosts[victim]!.Dispose();
            starting.Add(StartAsync(victim));
        }

        await Task.WhenAll(starting);
    }

    private int[] Ready() => [.. Enumerable.Range(0, _hosts.Length).Where(number => _addresses[number] is not null)];

    private async Task StartAsync(int number)
    {
        _hosts[number] = HostProcess.Start(
            _folder,
            ["--urls=http://127.0.0.1:0", "--Management:Url=", "--Web:MessagesPerMinute=100000", $"--Content:Path={Repository.SmallContentFolder}", .. _database.Arguments]);
        _addresses[number] = await _hosts[number]!.ReadyAsync();
    }

    /// <summary>A learner with an exercise open that takes an answer in words.</summary>
    private async Task<WebVisitor> NewLearnerAsync()
    {
        var learner = new WebVisitor(_addresses[0]!, Cancel);
        await learner.JoinAsync(reminder: "no reminders");
        await learner.ReachAsync(SmallContent.Explain);
        learner.ClosePage();
        return learner;
    }

    /// <summary>Sends answer after answer, each again and again until a host acknowledges it, as platforms do.</summary>
    private async Task TalkAsync(WebVisitor learner, int number, CancellationToken over)
    {
        for (var turn = 0; !over.IsCancellationRequested; turn++)
        {
            var message = new { id = Guid.NewGuid(), text = Answer(number, turn) };
            while (!await TrySendAsync(learner, message))
            {
                Interlocked.Increment(ref _sentAgain);
                await Task.Delay(200, Cancel);
            }

            _acknowledged.Add(message.text);
            // People pause, and a host that starts needs some of the machine.
            await Task.Delay(Random.Shared.Next(100), Cancel);
        }

        learner.Dispose();
    }

    private async Task<bool> TrySendAsync(WebVisitor learner, object message)
    {
        if (_addresses[Random.Shared.Next(_addresses.Length)] is not { } address)
        {
            return false;
        }

        try
        {
            learner.MoveTo(address);
            using var response = await learner.PostAsync(message).WaitAsync(TimeSpan.FromSeconds(10), Cancel);
            return response.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception problem) when (problem is HttpRequestException or TimeoutException or IOException)
        {
            return false;
        }
    }

    private async Task UntilNothingWaitsAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        while (await _database.ReadAsync(async db =>
            await db.Inbox.AnyAsync(message => message.HandledAt == null, patience.Token)
            || await db.Outbox.AnyAsync(message => message.SentAt == null && message.DroppedAt == null, patience.Token)
            || await db.Deliveries.CountAsync(patience.Token) < Due))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private async Task EachMessageHasOneEffectAndOneReplyAsync()
    {
        var attempts = await _database.ReadAsync(db => db.Attempts.AsNoTracking().OrderBy(attempt => attempt.Id).Select(attempt => attempt.Answer).ToListAsync(Cancel));
        attempts.Order(StringComparer.Ordinal).ShouldBe(_acknowledged.Order(StringComparer.Ordinal), "one effect each");
        foreach (var number in Enumerable.Range(0, Learners))
        {
            var own = attempts.Where(answer => answer.StartsWith($"Learner {number} ", StringComparison.Ordinal)).ToList();
            own.ShouldBe(Enumerable.Range(0, own.Count).Select(turn => Answer(number, turn)), "in the order they were sent");
        }

        var replies = await _database.ReadAsync(db => db.Inbox
            .Where(message => message.Text.StartsWith("Learner "))
            .Select(message => db.Outbox.Count(reply => reply.InReplyTo == message.Id && reply.SentAt != null))
            .ToListAsync(Cancel));
        replies.Count.ShouldBe(_acknowledged.Count);
        replies.ShouldAllBe(count => count == 1);
    }

    private Task TellCountsAsync() => File.WriteAllTextAsync(
        Path.Combine(AppContext.BaseDirectory, $"chaos-{_store}.txt"),
        $"Chaos on {_store}, {_hosts.Length} host(s): {Kills} kills, {_acknowledged.Count} messages acknowledged ({_sentAgain} times sent again), {Due} learners due.\n",
        Cancel);

    private static string Answer(int learner, int turn) => $"Learner {learner} says for the {turn}th time that a release can be taken back.";

    [Collection(nameof(Alone))]
    public sealed class OnSqlite() : ChaosTests(Store.Sqlite, hosts: 1);

    [Collection(nameof(Alone))]
    public sealed class OnPostgreSql() : ChaosTests(Store.PostgreSql, hosts: 2);
}

/// <summary>For tests that load the machine, and would starve others or be starved by them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
