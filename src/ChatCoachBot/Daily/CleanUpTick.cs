using ChatCoachBot.Retention;
using Quartz;

namespace ChatCoachBot.Daily;

/// <summary>Cleans up old messages now and then.</summary>
[DisallowConcurrentExecution]
internal sealed class CleanUpTick(CleanUp cleanUp) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await cleanUp.RunAsync(cancellationToken);
}
