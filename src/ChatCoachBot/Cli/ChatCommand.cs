using ChatCoachBot.Daily;
using ChatCoachBot.Storage;
using ChatCoachBot.Terminal;
using Microsoft.Extensions.Logging.Console;

namespace ChatCoachBot.Cli;

/// <summary>Runs the coach in this terminal until the person leaves.</summary>
internal static class ChatCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        // What the host tells its operator does not belong between a learner's lines.
        builder.Logging.AddFilter<ConsoleLoggerProvider>(level => level >= LogLevel.Error);
        // This provider's own filter outdoes the settings, which keep quiet what could quote a learner.
        builder.Logging.AddFilter<ConsoleLoggerProvider>("Microsoft.EntityFrameworkCore", LogLevel.None);
        Listening.RequireAddresses(builder.Configuration);
        builder.Services.AddCoach(builder.Configuration).AddTerminal();
        if (DatabaseOptions.ProviderOf(builder.Configuration) == DatabaseProvider.Sqlite)
        {
            // There may be no host on this file. On a server there is, and a terminal that sleeps would only be in its way.
            builder.Services.AddDaily(builder.Configuration);
        }

        using var host = builder.Build();
        await CoachStart.RunAsync(host.Services, importsChanges: false, cancellationToken);
        await host.StartAsync(cancellationToken);
        await host.Services.GetRequiredService<TerminalChat>().RunAsync(Environment.UserName, cancellationToken);
        await host.StopAsync(CancellationToken.None);
        return 0;
    }
}
