using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;

namespace ChatCoachBot.Management;

/// <summary>Health, metrics and traces. To the world the host says one word; figures are for the management address.</summary>
internal static class ManagementServices
{
    public static IServiceCollection AddManagement(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddMeter("Microsoft.AspNetCore.Hosting").AddMeter("System.Runtime").AddPrometheusExporter())
            .WithTracing(traces => traces.AddSource(Telemetry.Name));
        return services;
    }

    /// <summary>Answers on the management port, before anything else and with nothing else.</summary>
    public static void UseManagement(this WebApplication app, ManagementOptions options)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions());
        if (options.Port() is { } port)
        {
            app.MapWhen(
                context => context.Connection.LocalPort == port,
                branch =>
                {
                    branch.UseOpenTelemetryPrometheusScrapingEndpoint();
                    branch.UseHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthReportJson.WriteAsync });
                });
        }
    }
}
