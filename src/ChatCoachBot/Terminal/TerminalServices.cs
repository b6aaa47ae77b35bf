using Spectre.Console;

namespace ChatCoachBot.Terminal;

internal static class TerminalServices
{
    public static IServiceCollection AddTerminal(this IServiceCollection services)
    {
        services.AddSingleton(AnsiConsole.Console);
        services.AddSingleton<ReplyScreen>();
        services.AddSingleton<TerminalChat>();
        return services;
    }
}
