using ChatCoachBot.Outbox;
using ChatCoachBot.Teams.Receiving;
using ChatCoachBot.Teams.References;
using ChatCoachBot.Teams.Sending;
using ChatCoachBot.Turns;

namespace ChatCoachBot.Teams;

internal static class TeamsServices
{
    /// <summary>Longer than Teams takes, shorter than a message's lease.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(9);

    private const int LargestAnswer = 1024 * 1024;

    /// <summary>What both ends need.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TeamsEndpoints.Of(options.Cloud));
        services.AddSingleton(new ChannelCall(TeamsChannel.Name, "@ChatCoach "));
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<TeamsReferences>();
        services.AddSingleton<BotKeys>();
        services.AddSingleton<ConnectorToken>();
        services.AddSingleton<ConnectorHealth>();
        services.AddHealthChecks().AddCheck<ConnectorHealth>("teams");
        foreach (var client in (string[])[Connector.Client, ConnectorToken.Client, BotKeys.Client])
        {
            // An answer that sends elsewhere is not followed: where a message goes is decided here.
            services.AddHttpClient(client, static http => (http.Timeout, http.MaxResponseContentBufferSize) = (LongestCall, LargestAnswer))
                .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        }

        return services;
    }

    /// <summary>The way out, for a host that works.</summary>
    public static IServiceCollection AddTeamsChannel(this IServiceCollection services) =>
        services.AddSingleton<Connector>().AddSingleton<SentParts>().AddSingleton<IChannel, TeamsChannel>().AddHostedService<TypingNotice>();

    /// <summary>The way in, for a host that receives.</summary>
    public static IServiceCollection AddTeamsReceiving(this IServiceCollection services) => services
        .AddSingleton<CheckedTokens>()
        .AddSingleton<BotToken>()
        .AddSingleton<Intake>()
        .AddSingleton<RoundLookup>()
        .AddSingleton<ActivityReceiver>()
        .AddSingleton<InvokeReceiver>();

    public static void UseTeams(this WebApplication app) =>
        // What has a token needs nothing of what the pages go through: cookies, limits by visitor, files.
        app.MapPost(TeamsEndpoint.Path, TeamsEndpoint.ReceiveAsync).ShortCircuit();
}
