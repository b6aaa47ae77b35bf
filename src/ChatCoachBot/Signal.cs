namespace ChatCoachBot;

/// <summary>Wakes one waiting loop. Many calls while it works wake it once more, so that nothing is missed and nothing queues up.</summary>
/// <typeparam name="T">What there is more of: it tells the signals of different loops apart.</typeparam>
public sealed class Signal<T> : IDisposable
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
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), either, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await _set.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    public void Dispose() => _set.Dispose();
}
