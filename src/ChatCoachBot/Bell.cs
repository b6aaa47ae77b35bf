namespace ChatCoachBot;

/// <summary>
/// Tells whoever listens that there is more to do, here and, where hosts share a database, in the others. A ring may be lost with the
/// process it was meant for: who listens looks by itself now and then.
/// </summary>
public sealed class Bell
{
    /// <summary>Rung when a message was stored.</summary>
    public const string Inbox = "inbox";

    /// <summary>Rung when there is something to send.</summary>
    public const string Outbox = "outbox";

    /// <summary>Rung when other content was imported.</summary>
    public const string Content = "content";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Signal>> _listeners = new(StringComparer.Ordinal);

    /// <summary>What is rung here, for the hosts beside this one.</summary>
    public event Action<string>? Rung;

    public void Ring(string topic)
    {
        RingHere(topic);
        Rung?.Invoke(topic);
    }

    /// <summary>For what another host rang.</summary>
    public void RingHere(string topic)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners.GetValueOrDefault(topic) ?? [])
            {
                listener.Set();
            }
        }
    }

    /// <summary>A signal that is set at every ring, until it is disposed.</summary>
    public Signal Listen(string topic)
    {
        var signal = new Signal(leaving => Leave(topic, leaving));
        lock (_gate)
        {
            if (!_listeners.TryGetValue(topic, out var listeners))
            {
                _listeners.Add(topic, listeners = []);
            }

            listeners.Add(signal);
        }

        return signal;
    }

    private void Leave(string topic, Signal leaving)
    {
        lock (_gate)
        {
            if (_listeners.TryGetValue(topic, out var listeners) && listeners.Remove(leaving) && listeners.Count == 0)
            {
                _listeners.Remove(topic);
            }
        }
    }
}
