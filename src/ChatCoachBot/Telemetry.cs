using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot;

/// <summary>The traces and metrics of a message's life. Neither ever holds a text.</summary>
public sealed class Telemetry
{
    public const string Name = "ChatCoachBot";

    public static readonly ActivitySource Source = new(Name);

    private readonly Counter<long> _received;
    private readonly Counter<long> _handled;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _graded;
    private readonly Counter<long> _prompted;
    private readonly Counter<long> _sent;
    private readonly Histogram<double> _lag;

    public Telemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _received = meter.CreateCounter<long>("coach.received", description: "Messages stored in the inbox.");
        _handled = meter.CreateCounter<long>("coach.handled", description: "Messages handled.");
        _failed = meter.CreateCounter<long>("coach.failed", description: "Turns that failed, to be tried again or set aside.");
        _graded = meter.CreateCounter<long>("coach.graded", description: "Answers graded.");
        _prompted = meter.CreateCounter<long>("coach.prompted", description: "Daily prompts written to the outbox.");
        _sent = meter.CreateCounter<long>("coach.sent", description: "Messages handed to their platform.");
        _lag = meter.CreateHistogram(
            "coach.turn.lag",
            "s",
            "From receiving a message to committing what was decided on it.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60] });
    }

    public void Received(string platform) => _received.Add(1, Platform(platform));

    public void Handled(string platform, string intent, TimeSpan lag)
    {
        _handled.Add(1, Platform(platform), new("intent", intent));
        _lag.Record(lag.TotalSeconds, Platform(platform));
    }

    public void Failed(string platform) => _failed.Add(1, Platform(platform));

    public void Graded(Verdict verdict) => _graded.Add(1, new KeyValuePair<string, object?>("verdict", verdict.ToString()));

    public void Prompted(string platform) => _prompted.Add(1, Platform(platform));

    public void Sent(string platform, int messages) => _sent.Add(messages, Platform(platform));

    private static KeyValuePair<string, object?> Platform(string platform) => new("platform", platform);
}
