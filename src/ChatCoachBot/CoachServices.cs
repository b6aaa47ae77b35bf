using ChatCoachBot.Charts;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Learners;
using ChatCoachBot.Management;
using ChatCoachBot.Outbox;
using ChatCoachBot.OwnData;
using ChatCoachBot.Practice;
using ChatCoachBot.Reviews;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;

namespace ChatCoachBot;

internal static class CoachServices
{
    /// <summary>What every way of running the coach needs: content, dialog, database and the turn.</summary>
    public static IServiceCollection AddCoach(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Telemetry>();
        services.AddSingleton<HostId>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ChartLinks>();
        services.AddSingleton<LocalAddress>();
        services.AddSingleton<Admins>();
        services.AddSingleton<Bell>();
        services.AddStorage(configuration);
        services.AddContent();
        services.AddPractice();
        services.AddSingleton<DialogEngine>();
        services.AddSingleton<Owners>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<OwnDataSource>();
        services.AddSingleton<TurnDesk>();
        services.AddSingleton<Wishes>();
        services.AddSingleton<TurnHandler>();
        services.AddSingleton<ImmediateTurn>();
        services.AddSingleton<InboxStore>();
        return services;
    }

    /// <summary>Takes in what the web chat and the platforms deliver.</summary>
    public static IServiceCollection AddReceiving(this IServiceCollection services) =>
        services.AddHostedService(static provider => provider.GetRequiredService<InboxStore>());

    /// <summary>Handles what waits in the inbox, and sends what waits in the outbox.</summary>
    public static IServiceCollection AddWorking(this IServiceCollection services) =>
        services.AddSingleton<FailedTurns>().AddHostedService<InboxWorker>().AddSingleton<OutboxQueue>().AddHostedService<Sender>();
}
