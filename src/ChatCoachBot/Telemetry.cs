using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Inbox;

namespace ChatCoachBot;

/// <summary>The traces and metrics of a message's life. A stage counts once it is committed. Neither ever holds a text.</summary>
public sealed class Telemetry
{
    public const string Name = "ChatCoachBot";

    public static readonly ActivitySource Source = new(Name);

    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600] };

    private readonly TimeProvider _time;
    private readonly Counter<long> _received;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _handled;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _setAside;
    private readonly Counter<long> _graded;
    private readonly Counter<long> _prompted;
    private readonly Counter<long> _skipped;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _retried;
    private readonly Counter<long> _dropped;
    private readonly Histogram<double> _turnLag;
    private readonly Histogram<double> _sendLag;
    private readonly Histogram<double> _promptLag;

    public Telemetry(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(Name);
        _received = meter.CreateCounter<long>("coach.received", description: "Messages stored in the inbox.");
        _repeated = meter.CreateCounter<long>("coach.repeated", description: "Messages that were stored before, and changed nothing.");
        _handled = meter.CreateCounter<long>("coach.handled", description: "Messages handled.");
        _failed = meter.CreateCounter<long>("coach.failed", description: "Turns that failed, to be tried again or set aside.");
        _setAside = meter.CreateCounter<long>("coach.set_aside", description: "Messages given up after the last try.");
        _graded = meter.CreateCounter<long>("coach.graded", description: "Answers graded.");
        _prompted = meter.CreateCounter<long>("coach.prompted", description: "Daily prompts written to the outbox.");
        _skipped = meter.CreateCounter<long>("coach.skipped", description: "Daily prompts that came due too long ago.");
        _sent = meter.CreateCounter<long>("coach.sent", description: "Messages handed to their platform.");
        _retried = meter.CreateCounter<long>("coach.retried", description: "Sends that a platform did not take, to be tried again.");
        _dropped = meter.CreateCounter<long>("coach.dropped", description: "Messages that were not sent: expired, refused, given up, or perhaps sent already.");
        _turnLag = meter.CreateHistogram("coach.turn.lag", "s", "From receiving a message to committing what was decided on it.", advice: Seconds);
        _sendLag = meter.CreateHistogram("coach.send.lag", "s", "From deciding on a message to its platform having it.", advice: Seconds);
        _promptLag = meter.CreateHistogram("coach.prompt.lag", "s", "From the moment a daily prompt was due to its being written to the outbox.", advice: Seconds);
    }

    public void Received(string platform) => _received.Add(1, Platform(platform));

    public void Repeated(string platform) => _repeated.Add(1, Platform(platform));

    public void Handled(InboxMessage message, string intent)
    {
        _handled.Add(1, Platform(message.Platform), new("intent", intent));
        _turnLag.Record((_time.GetUtcNow() - message.ReceivedAt).TotalSeconds, Platform(message.Platform));
    }

    public void Failed(string platform) => _failed.Add(1, Platform(platform));

    public void SetAside(string platform) => _setAside.Add(1, Platform(platform));

    public void Graded(Verdict verdict) => _graded.Add(1, new KeyValuePair<string, object?>("verdict", verdict.ToString()));

    public void Prompted(string platform, TimeSpan lag)
    {
        _prompted.Add(1, Platform(platform));
        _promptLag.Record(lag.TotalSeconds, Platform(platform));
    }

    public void Skipped(string platform) => _skipped.Add(1, Platform(platform));

    public void Sent(string platform, TimeSpan lag)
    {
        _sent.Add(1, Platform(platform));
        _sendLag.Record(lag.TotalSeconds, Platform(platform));
    }

    public void Retried(string platform) => _retried.Add(1, Platform(platform));

    public void Dropped(string platform) => _dropped.Add(1, Platform(platform));

    private static KeyValuePair<string, object?> Platform(string platform) => new("platform", platform);
}
