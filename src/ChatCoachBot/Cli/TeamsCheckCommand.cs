using ChatCoachBot.Teams;
using ChatCoachBot.Teams.Receiving;
using ChatCoachBot.Teams.Sending;
using Microsoft.Identity.Client;

namespace ChatCoachBot.Cli;

/// <summary>Says whether what is configured for Teams works, by getting a token and the keys. It never shows a secret.</summary>
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

        builder.Services.AddSingleton(TimeProvider.System).AddTeams(options);
        using var host = builder.Build();
        var token = await TokenAsync(host.Services.GetRequiredService<ConnectorToken>(), cancellationToken);
        var keys = await KeysAsync(host.Services.GetRequiredService<BotKeys>(), cancellationToken);
        foreach (var (isWell, line) in ((bool IsWell, string Line)[])[token, keys])
        {
            Console.WriteLine($"{(isWell ? "✓" : "✗")} {line}");
        }

        return token.IsWell && keys.IsWell ? 0 : CommandLine.Failed;
    }

    private static async Task<(bool IsWell, string Line)> TokenAsync(ConnectorToken tokens, CancellationToken cancellationToken)
    {
        try
        {
            await tokens.GetAsync(cancellationToken);
            return (true, "There is a token to send with. Whether the app is installed, only a message shows: say hello to it in Teams.");
        }
        catch (MsalServiceException problem)
        {
            return (false, $"Microsoft gives no token ({problem.ErrorCode}). Check Teams:AppId, Teams:TenantId, and that the secret is its value and has not ended.");
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return (false, $"Microsoft cannot be asked for a token ({(problem as MsalException)?.ErrorCode ?? problem.GetType().Name}). Check the network.");
        }
    }

    private static async Task<(bool IsWell, string Line)> KeysAsync(BotKeys keys, CancellationToken cancellationToken)
    {
        await keys.FindAsync("none", cancellationToken);
        return keys.Problem is null
            ? (true, "The keys that Teams signs with can be got.")
            : (false, $"The keys that Teams signs with cannot be got ({keys.Problem}). Check the network: without them no message is believed.");
    }
}
