using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChatCoachBot.Management;

/// <summary>Health, metrics and traces. To the world the host says one word; figures are for the management address.</summary>
internal static class ManagementServices
{
    public static IServiceCollection AddManagement(this IServiceCollection services)
    {
        services.AddSingleton<AdminReport>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<ContentHealth>("content");
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Telemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddMeter("Microsoft.AspNetCore.Hosting").AddMeter("System.Runtime").AddPrometheusExporter());
        // The variable is OpenTelemetry's own; without a collector there is nobody to trace for.
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
        {
            telemetry.WithTracing(traces => traces.AddSource(Telemetry.Name).AddOtlpExporter());
        }

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
                    branch.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false });
                    branch.UseHealthChecks("/health/ready");
                    branch.Run(static context =>
                    {
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                    });
                });
        }

        // Only behind that: routing answers for some endpoints as soon as it has found them, and they are not served on the management port.
        app.UseRouting();
    }
}
