using ChatCoachBot.Outbox;

namespace ChatCoachBot.Web;

/// <summary>The pages that are open now, by visitor.</summary>
internal sealed class OpenPages
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Signal<OutboxMessage>>> _signals = new(StringComparer.Ordinal);

    /// <summary>Registers a page; disposing the result closes it.</summary>
    public OpenPage Open(string visitor)
    {
        var page = new OpenPage(this, visitor);
        lock (_gate)
        {
            if (!_signals.TryGetValue(visitor, out var signals))
            {
                _signals.Add(visitor, signals = []);
            }

            signals.Add(page.Signal);
        }

        return page;
    }

    public void Notify(string visitor)
    {
        lock (_gate)
        {
            foreach (var signal in _signals.GetValueOrDefault(visitor) ?? [])
            {
                signal.Set();
            }
        }
    }

    private void Close(OpenPage page)
    {
        lock (_gate)
        {
            var signals = _signals[page.Visitor];
            signals.Remove(page.Signal);
            if (signals.Count == 0)
            {
                _signals.Remove(page.Visitor);
            }
        }

        page.Signal.Dispose();
    }

    internal sealed class OpenPage(OpenPages pages, string visitor) : IDisposable
    {
        public string Visitor => visitor;

        public Signal<OutboxMessage> Signal { get; } = new();

        public void Dispose() => pages.Close(this);
    }
}
