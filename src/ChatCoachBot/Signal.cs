namespace ChatCoachBot;

/// <summary>Wakes one waiting loop. Many calls while it works wake it once more, so that nothing is missed and nothing queues up.</summary>
public sealed class Signal(Action<Signal> left) : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);
    private readonly Lock _gate = new();

    public void Set()
    {
        lock (_gate)
        {
            if (_set.CurrentCount == 0)
            {
                _set.Release();
            }
        }
    }

    /// <summary>Returns when set, or at the latest after a time.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        try
        {
            await _set.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    /// <summary>Leaves the bell it listened to. A ring under way may still set it, so nothing of it is torn down.</summary>
    public void Dispose() => left(this);
}
