using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Installing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatCoachBot.Slack;

/// <summary>Whether Slack can be reached and knows the bot. It never keeps the host from starting: the rest goes on without it.</summary>
internal sealed partial class SlackStatus(SlackApi api, SlackOptions options, SlackInstallations installations, TimeProvider time, ILogger<SlackStatus> log) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan WhenWell = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WhenNot = TimeSpan.FromSeconds(20);

    private volatile string? _problem = "not asked yet";
    private volatile bool _hasSocket;

    public void SocketOpened() => _hasSocket = true;

    public void SocketClosed() => _hasSocket = false;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object> { ["reached"] = _problem is null ? 1 : 0 };
        if (options.HasSocket)
        {
            data["socket"] = _hasSocket ? 1 : 0;
        }

        return Task.FromResult(_problem is null && (_hasSocket || !options.HasSocket)
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded($"Slack: {_problem ?? "no socket"}", data: data));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await AskAsync(stoppingToken);
            await Task.Delay(_problem is null ? WhenWell : WhenNot, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.AskAsync(options.ServesMany ? "api.test" : "auth.test", options.ServesMany ? null : options.BotToken, cancellationToken);
            if (answer.Error is { } error)
            {
                Note(error);
                return;
            }

            // What had ended with an old token goes on with this one.
            if (!options.ServesMany && _problem is not null && answer.Text(answer.Is("is_enterprise_install") ? "enterprise_id" : "team_id") is { } workspace)
            {
                await installations.ReviveAsync(workspace, cancellationToken);
            }

            _problem = null;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Note(FaultText.Of(fault));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private void Note(string problem)
    {
        if (_problem != problem)
        {
            LogProblem(log, problem);
        }

        _problem = problem;
    }

    [LoggerMessage(LogLevel.Warning, "Slack does not answer as it should ({Problem}); the rest goes on. “slack check” tells more.")]
    private static partial void LogProblem(ILogger log, string problem);
}
