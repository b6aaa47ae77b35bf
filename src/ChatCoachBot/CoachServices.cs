using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;

namespace ChatCoachBot;

internal static class CoachServices
{
    /// <summary>What every way of running the coach needs: content, dialog, database and the turn.</summary>
    public static IServiceCollection AddCoach(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Telemetry>();
        services.AddSingleton<Signal<InboxMessage>>();
        services.AddSingleton<Signal<OutboxMessage>>();
        services.AddStorage();
        services.AddContent();
        services.AddSingleton<DialogEngine>();
        services.AddSingleton<TurnDesk>();
        services.AddSingleton<TurnHandler>();
        services.AddSingleton<ImmediateTurn>();
        services.AddSingleton<InboxStore>();
        return services;
    }

    /// <summary>Handles what the web chat and the platforms put into the inbox.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services) => services.AddHostedService<InboxWorker>();

    /// <summary>Sends what is in the outbox.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services.AddHostedService<Sender>();
}
