using System.Collections.Concurrent;
using System.Diagnostics;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Outbox;

/// <summary>
/// Sends what waits in the outbox of the platforms this host serves. One transaction notes what was sent and claims what is next, so
/// that many messages share a commit; while they are under way the next ones are claimed, and a slow platform holds up nobody but itself.
/// </summary>
internal sealed partial class Sender : SignalledLoop
{
    /// <summary>How many messages may be under way to one platform.</summary>
    private const int MostUnderWay = 128;

    /// <summary>What a stopping host leaves to messages under way.</summary>
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(8);

    private readonly Writer _writer;
    private readonly IDbContextFactory<CoachDb> _contexts;
    private readonly Database _database;
    private readonly OutboxQueue _queue;
    private readonly Telemetry _telemetry;
    private readonly List<Route> _routes;
    private readonly ConcurrentQueue<Tried> _done = new();
    private readonly CancellationTokenSource _ending = new();
    private List<Tried> _toNote = [];
    private bool _tookOver;
    private bool _isInDoubt;

    public Sender(
        Writer writer, IDbContextFactory<CoachDb> contexts, Database database, OutboxQueue queue, IEnumerable<IChannel> channels, Bell bell, TimeProvider time, Telemetry telemetry, ILogger<Sender> log)
        : base(bell, Bell.Outbox, time, log)
    {
        (_writer, _contexts, _database, _queue, _telemetry) = (writer, contexts, database, queue, telemetry);
        _routes = [.. channels.Select(channel => new Route(channel, time, log))];
    }

    protected override async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        Collect();
        var noted = _toNote.Count;
        var claimed = await NoteAndClaimAsync();
        foreach (var (route, message) in claimed)
        {
            route.UnderWay.Add(message.Id);
            _ = SendAndReportAsync(route, message);
        }

        return noted + claimed.Count;
    }

    protected override async Task DrainAsync()
    {
        _ending.CancelAfter(LongestDrain);
        while (_routes.Sum(route => route.UnderWay.Count) > _done.Count + _toNote.Count)
        {
            await More.WaitAsync(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        Collect();
        if (_toNote.Count > 0)
        {
            await _writer.WriteAsync(NoteAsync, CancellationToken.None);
            EndNoted();
        }
    }

    public override void Dispose()
    {
        _routes.ForEach(route => route.Pace.Dispose());
        _ending.Dispose();
        base.Dispose();
    }

    private void Collect()
    {
        while (_done.TryDequeue(out var tried))
        {
            _toNote.Add(tried);
        }
    }

    private async Task<List<(Route Route, OutboxMessage Message)>> NoteAndClaimAsync()
    {
        var before = _isInDoubt;
        var found = await FindAsync();
        if (_toNote.Count == 0 && _tookOver && !before && found is not null && found.Values.All(ids => ids.Count == 0))
        {
            return [];
        }

        // When it fails nobody knows whether it was committed.
        _isInDoubt = true;
        // Not cut short when the host stops: a claim that is committed has to be followed up.
        var claimed = await _writer.WriteAsync((db, cancel) => NoteAndClaimAsync(db, found, before, cancel), CancellationToken.None);
        (_isInDoubt, _tookOver) = (false, true);
        EndNoted();
        return claimed;
    }

    /// <returns>What each route may claim; null where that has to be looked for and claimed at once.</returns>
    private async Task<Dictionary<Route, IReadOnlyList<long>>?> FindAsync()
    {
        if (_database.IsShared)
        {
            return null;
        }

        var found = new Dictionary<Route, IReadOnlyList<long>>();
        await using var db = await _contexts.CreateDbContextAsync();
        foreach (var route in _routes)
        {
            found[route] = RoomOf(route) is > 0 and var room ? await _queue.FindAsync(db, route.Platform, route.Pace, room, CancellationToken.None) : [];
        }

        return found;
    }

    private int RoomOf(Route route) => MostUnderWay - route.UnderWay.Count + _toNote.Count(tried => tried.Route == route);

    private async Task<List<(Route Route, OutboxMessage Message)>> NoteAndClaimAsync(CoachDb db, Dictionary<Route, IReadOnlyList<long>>? found, bool isInDoubt, CancellationToken cancellationToken)
    {
        if (!_tookOver && !_database.IsShared)
        {
            await _queue.TakeOverAsync(db, cancellationToken);
        }

        if (_toNote.Count > 0)
        {
            await NoteAsync(db, cancellationToken);
        }

        if (isInDoubt)
        {
            await _queue.ReleaseAsync(db, [.. _routes.SelectMany(route => route.UnderWay)], cancellationToken);
        }

        var claimed = new List<(Route, OutboxMessage)>();
        foreach (var route in _routes)
        {
            if (RoomOf(route) is > 0 and var room)
            {
                var (messages, wait) = await _queue.ClaimAsync(db, route.Platform, route.Pace, found?[route], room, cancellationToken);
                claimed.AddRange(messages.Select(message => (route, message)));
                if (wait is { } span)
                {
                    WakeAfter(span);
                }
            }
        }

        return claimed;
    }

    private Task NoteAsync(CoachDb db, CancellationToken cancellationToken) =>
        _queue.NoteAsync(db, _toNote.ConvertAll(tried => tried.Message), [.. _toNote.Select(tried => tried.Pause).OfType<Pause>()], cancellationToken);

    /// <summary>What was sent or dropped is over, and counts, once that is committed.</summary>
    private void EndNoted()
    {
        foreach (var (route, message, _) in _toNote)
        {
            route.UnderWay.Remove(message.Id);
            if (message.SentAt is { } at)
            {
                _telemetry.Sent(message.Platform, at - message.CreatedAt);
            }
            else if (message.DroppedAt is not null)
            {
                _telemetry.Dropped(message.Platform);
            }
            else
            {
                _telemetry.Retried(message.Platform);
            }
        }

        foreach (var (platform, count) in _toNote.Where(tried => tried.Message is { SentAt: null, DroppedAt: null }).CountBy(tried => tried.Route.Platform))
        {
            LogPutOff(Log, count, platform);
        }

        _toNote = [];
    }

    private async Task SendAndReportAsync(Route route, OutboxMessage message)
    {
        using var activity = Telemetry.Source.StartActivity("send", ActivityKind.Client);
        var pause = await route.Carrier.CarryAsync(message, _ending.Token);
        if ((pause?.Until ?? message.NotBefore) - Time.GetUtcNow() is { Ticks: > 0 } wait && message is { SentAt: null, DroppedAt: null })
        {
            WakeAfter(wait);
        }

        _done.Enqueue(new Tried(route, message, pause));
        More.Set();
    }

    /// <summary>Looks again when something may go, not up to five seconds later.</summary>
    private void WakeAfter(TimeSpan wait)
    {
        ITimer? timer = null;
        timer = Time.CreateTimer(
            _ =>
            {
                More.Set();
                timer?.Dispose();
            },
            null,
            wait,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>One platform's way out.</summary>
    private sealed class Route(IChannel channel, TimeProvider time, ILogger log)
    {
        public string Platform { get; } = channel.Platform;

        public Pace Pace { get; } = new(channel.Limits);

        public Carrier Carrier { get; } = new(channel, time, log);

        /// <summary>Ids of the messages that are on their way, until what became of them is noted. Only the loop touches it.</summary>
        public HashSet<long> UnderWay { get; } = [];
    }

    /// <summary>A message that was on its way, with what became of it.</summary>
    private sealed record Tried(Route Route, OutboxMessage Message, Pause? Pause);

    [LoggerMessage(LogLevel.Information, "{Count} messages to {Platform} were not taken; they are tried again later.")]
    private static partial void LogPutOff(ILogger log, int count, string platform);
}
