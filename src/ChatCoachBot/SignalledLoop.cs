namespace ChatCoachBot;

/// <summary>Works off what waits in a table, batch after batch, and sleeps until there is more. A fault is logged and the loop goes on.</summary>
public abstract partial class SignalledLoop(Bell bell, string topic, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>How long work may wait whose ring was lost, for example with the process that got it.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    /// <summary>Faults in a row come further and further apart, so that an outage fills no log; but when it is over, nobody waits for long.</summary>
    private static readonly TimeSpan LongestAfterFault = TimeSpan.FromSeconds(10);

    protected TimeProvider Time { get; } = time;

    protected ILogger Log { get; } = log;

    /// <summary>Set by the bell; a loop may set it too.</summary>
    protected Signal More { get; } = bell.Listen(topic);

    /// <returns>How many were tried; 0 lets the loop sleep.</returns>
    protected abstract Task<int> WorkAsync(CancellationToken cancellationToken);

    /// <summary>Ends what is in hand when the host stops.</summary>
    protected virtual Task DrainAsync() => Task.CompletedTask;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var faults = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var worked = await WorkAsync(stoppingToken);
                faults = 0;
                if (worked == 0)
                {
                    await More.WaitAsync(LookAnyway, Time, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                LogFault(Log, FaultText.Of(fault));
                var wait = Backoff.After(++faults);
                await Task.Delay(wait < LongestAfterFault ? wait : LongestAfterFault, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await DrainAsync();
    }

    public override void Dispose()
    {
        More.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [LoggerMessage(LogLevel.Error, "A batch could not be worked off; trying again: {Fault}")]
    private static partial void LogFault(ILogger log, string fault);
}
