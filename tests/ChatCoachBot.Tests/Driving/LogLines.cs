using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChatCoachBot.Tests.Driving;

/// <summary>Keeps what a host logs, as a console would print it: the message, and the exception with its own.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> All => [.. _lines];

    /// <summary>The lines that hold these words.</summary>
    public IReadOnlyList<string> With(string words) => [.. _lines.Where(line => line.Contains(words, StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => new Lines(_lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Lines(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)}\n{exception}");
    }
}
