using ChatCoachBot.Content;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatCoachBot.Management;

/// <summary>Whether the content folders hold what is served, or something broken that was not imported.</summary>
internal sealed class ContentHealth(ContentImport content) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(content.Faults is [var first, ..]
        ? HealthCheckResult.Degraded($"The content folders were changed and have faults, so the last good import goes on serving. The first is {first} Run “content check” for all of them.")
        : HealthCheckResult.Healthy());
}
