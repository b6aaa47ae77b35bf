using ChatCoachBot.Slack;
using ChatCoachBot.Slack.Api;

namespace ChatCoachBot.Cli;

/// <summary>Says whether what is configured for Slack works, line by line.</summary>
internal static class SlackCheckCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        var options = SlackOptions.Of(builder.Configuration);
        if (!options.IsOn)
        {
            Console.WriteLine("Slack is not configured: set Slack:BotToken, and Slack:SigningSecret (HTTP) or Slack:AppToken (a socket). The README shows how.");
            return 1;
        }

        builder.Services.AddSingleton(options).AddSingleton<SlackApi>().AddSingleton<SlackCheck>().AddSlackClients();
        using var host = builder.Build();
        var findings = await host.Services.GetRequiredService<SlackCheck>().RunAsync(cancellationToken);
        foreach (var (isWell, line) in findings)
        {
            Console.WriteLine($"{(isWell ? "✓" : "✗")} {line}");
        }

        return findings.All(finding => finding.IsWell) ? 0 : 1;
    }
}
