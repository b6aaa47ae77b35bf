using System.Collections.Concurrent;
using System.Diagnostics;
using ChatCoachBot.Storage;

namespace ChatCoachBot.Outbox;

/// <summary>
/// Sends what waits in the outbox of the platforms this host serves. One transaction notes what was sent and claims what is next, so
/// that many messages share a commit; while they are under way the next ones are claimed, and a slow platform holds up nobody but itself.
/// </summary>
internal sealed partial class Sender : SignalledLoop
{
    /// <summary>How many messages may be under way to one platform.</summary>
    private const int MostUnderWay = 64;

    /// <summary>A message waits this long for a platform that does not take it.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>What takes longer has an unknown outcome. Much shorter than <see cref="OutboxQueue.Lease"/>.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(10);

    /// <summary>What a stopping host leaves to messages under way.</summary>
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(8);

    private readonly Writer _writer;
    private readonly Database _database;
    private readonly OutboxQueue _queue;
    private readonly Telemetry _telemetry;
    private readonly List<Route> _routes;
    private readonly ConcurrentQueue<OutboxMessage> _done = new();
    private readonly CancellationTokenSource _ending = new();
    private List<OutboxMessage> _toNote = [];
    private bool _tookOver;

    public Sender(
        Writer writer, Database database, OutboxQueue queue, IEnumerable<IChannel> channels, Bell bell, TimeProvider time, Telemetry telemetry, ILogger<Sender> log)
        : base(bell, Bell.Outbox, time, log)
    {
        (_writer, _database, _queue, _telemetry) = (writer, database, queue, telemetry);
        _routes = [.. channels.Select(channel => new Route(channel, new Pace(channel.Limits, time)))];
    }

    protected override async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        while (_done.TryDequeue(out var message))
        {
            _toNote.Add(message);
        }

        // Not cut short when the host stops: a claim that is committed has to be followed up.
        var claimed = await _writer.WriteAsync(NoteAndClaimAsync, CancellationToken.None);
        _tookOver = true;
        var noted = _toNote.Count;
        CountNoted();
        foreach (var (route, message) in claimed)
        {
            Interlocked.Increment(ref route.UnderWay);
            _ = SendAndReportAsync(route, message);
        }

        return noted + claimed.Count;
    }

    protected override async Task DrainAsync()
    {
        _ending.CancelAfter(LongestDrain);
        while (_routes.Exists(route => Volatile.Read(ref route.UnderWay) > 0))
        {
            await More.WaitAsync(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        while (_done.TryDequeue(out var message))
        {
            _toNote.Add(message);
        }

        if (_toNote.Count > 0)
        {
            await _writer.WriteAsync((db, cancel) => _queue.NoteAsync(db, _toNote, cancel), CancellationToken.None);
            CountNoted();
        }
    }

    public override void Dispose()
    {
        _routes.ForEach(route => route.Pace.Dispose());
        _ending.Dispose();
        base.Dispose();
    }

    private async Task<List<(Route Route, OutboxMessage Message)>> NoteAndClaimAsync(CoachDb db, CancellationToken cancellationToken)
    {
        if (!_tookOver && !_database.IsShared)
        {
            await _queue.TakeOverAsync(db, cancellationToken);
        }

        if (_toNote.Count > 0)
        {
            await _queue.NoteAsync(db, _toNote, cancellationToken);
        }

        var claimed = new List<(Route, OutboxMessage)>();
        foreach (var route in _routes)
        {
            if (MostUnderWay - Volatile.Read(ref route.UnderWay) is > 0 and var room)
            {
                var messages = await _queue.ClaimAsync(db, route.Channel.Platform, route.Pace, room, cancellationToken);
                claimed.AddRange(messages.Select(message => (route, message)));
            }
        }

        return claimed;
    }

    /// <summary>What was sent or dropped counts once that is committed.</summary>
    private void CountNoted()
    {
        foreach (var message in _toNote)
        {
            if (message.SentAt is { } at)
            {
                _telemetry.Sent(message.Platform, at - message.CreatedAt);
            }
            else if (message.DroppedAt is not null)
            {
                _telemetry.Dropped(message.Platform);
            }
        }

        _toNote = [];
    }

    private async Task SendAndReportAsync(Route route, OutboxMessage message)
    {
        using var activity = Telemetry.Source.StartActivity("send", ActivityKind.Client);
        await SendAsync(route, message);
        _done.Enqueue(message);
        Interlocked.Decrement(ref route.UnderWay);
        More.Set();
    }

    /// <summary>Notes the outcome on the message; never throws.</summary>
    private async Task SendAsync(Route route, OutboxMessage message)
    {
        var now = Time.GetUtcNow();
        if (message.ExpiresAt < now && !route.Channel.KeepsUnread)
        {
            Drop(message, "It came too late.");
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        await using var timer = Time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), patience, LongestSend, Timeout.InfiniteTimeSpan);
        try
        {
            if (message.UnknownAt is not null && !await IsToBeSentAsync(route.Channel, message, patience.Token))
            {
                return;
            }

            if (route.Pace.Wait(message) is { } wait)
            {
                message.NotBefore = now + wait;
                WakeAfter(wait);
                return;
            }

            Note(route, message, await route.Channel.SendAsync(message, patience.Token).WaitAsync(patience.Token));
        }
        catch (Exception fault)
        {
            LogUnknown(Log, message.Id, FaultText.Of(fault));
            message.UnknownAt = now;
            PutOff(message, null);
        }
    }

    /// <summary>The rule for what may have arrived already: who can tell is asked; else a reply is sent again and a prompt is not.</summary>
    private async Task<bool> IsToBeSentAsync(IChannel channel, OutboxMessage message, CancellationToken cancellationToken)
    {
        switch (await channel.ArrivedAsync(message, cancellationToken).WaitAsync(cancellationToken))
        {
            case true:
                message.SentAt = Time.GetUtcNow();
                return false;
            case null when message.Kind == OutboxKind.Prompt && !channel.KeepsUnread:
                Drop(message, "Nobody knows whether it arrived, and a prompt is not sent twice.");
                return false;
            default:
                return true;
        }
    }

    private void Note(Route route, OutboxMessage message, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent:
                message.SentAt = Time.GetUtcNow();
                break;
            case SendResult.Refused refused:
                LogRefused(Log, message.Id, refused.Reason);
                Drop(message, refused.Reason);
                break;
            case SendResult.NotNow notNow:
                LogNotNow(Log, message.Id);
                if (notNow.RetryAfter is { } after)
                {
                    route.Pace.Pause(message.Workspace, after);
                }

                PutOff(message, notNow.RetryAfter);
                break;
        }
    }

    private void PutOff(OutboxMessage message, TimeSpan? atLeast)
    {
        var now = Time.GetUtcNow();
        message.Failures++;
        var wait = Backoff.After(message.Failures);
        message.NotBefore = now + (atLeast > wait ? atLeast.Value : wait);
        _telemetry.Retried(message.Platform);
        if (now - message.CreatedAt > GiveUpAfter)
        {
            Drop(message, "The platform did not take it for a day.");
        }
        else
        {
            WakeAfter(message.NotBefore.Value - now);
        }
    }

    private void Drop(OutboxMessage message, string reason) => (message.DroppedAt, message.DropReason) = (Time.GetUtcNow(), reason);

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
    private sealed class Route(IChannel channel, Pace pace)
    {
        public IChannel Channel { get; } = channel;

        public Pace Pace { get; } = pace;

        /// <summary>How many messages are on their way.</summary>
        public int UnderWay;
    }

    [LoggerMessage(LogLevel.Warning, "Whether message {Id} was sent is unknown: {Fault}")]
    private static partial void LogUnknown(ILogger log, long id, string fault);

    [LoggerMessage(LogLevel.Information, "The platform does not take message {Id} now; trying again later.")]
    private static partial void LogNotNow(ILogger log, long id);

    [LoggerMessage(LogLevel.Warning, "The platform refused message {Id}: {Reason}")]
    private static partial void LogRefused(ILogger log, long id, string reason);
}
