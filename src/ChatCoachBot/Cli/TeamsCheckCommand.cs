using ChatCoachBot.Teams;

namespace ChatCoachBot.Cli;

/// <summary>Says whether what is configured for Teams works, line by line.</summary>
internal static class TeamsCheckCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        var options = TeamsOptions.Of(builder.Configuration);
        if (!options.IsOn)
        {
            Console.WriteLine("Teams is not configured: set Teams:AppId, Teams:TenantId, and Teams:AppPassword or Teams:ManagedIdentity. The README shows how.");
            return CommandLine.Failed;
        }

        if (options.AllowAnonymous)
        {
            Console.WriteLine("✓ Teams takes messages without a token, for a playground on this machine. There is nothing else to check.");
            return 0;
        }

        builder.Services.AddSingleton(TimeProvider.System).AddTeams(options).AddSingleton<TeamsCheck>();
        using var host = builder.Build();
        var findings = await host.Services.GetRequiredService<TeamsCheck>().RunAsync(cancellationToken);
        foreach (var (isWell, line) in findings)
        {
            Console.WriteLine($"{(isWell ? "✓" : "✗")} {line}");
        }

        return findings.All(finding => finding.IsWell) ? 0 : CommandLine.Failed;
    }
}
