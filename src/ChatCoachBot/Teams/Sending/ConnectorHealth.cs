using ChatCoachBot.Teams.Receiving;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatCoachBot.Teams.Sending;

/// <summary>Whether Teams could be reached the last time, both ways. It does not keep the host from serving the rest.</summary>
internal sealed class ConnectorHealth(BotKeys keys) : IHealthCheck
{
    private volatile string? _problem;

    public void Sent() => _problem = null;

    public void SendFailed(string problem) => _problem = $"Teams takes no messages ({problem}).";

    public void TokenFailed(string code) => _problem = $"There is no token to send to Teams with ({code}). Check Teams:AppId, Teams:TenantId and the secret with “teams check”.";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problems = new[] { _problem, keys.Problem is { } problem ? $"The keys that Teams signs with could not be got: {problem}" : null }.OfType<string>().ToList();
        return Task.FromResult(problems.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', problems)));
    }
}
