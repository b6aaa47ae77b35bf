using ChatCoachBot.Outbox;
using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Home;
using ChatCoachBot.Slack.Installing;
using ChatCoachBot.Slack.Receiving;
using ChatCoachBot.Slack.Sockets;
using ChatCoachBot.Turns;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace ChatCoachBot.Slack;

internal static class SlackServices
{
    /// <summary>Longer than Slack takes, shorter than a message's lease.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(9);

    /// <summary>What both ends need.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new ChannelCall(SlackChannel.Name, "/coach "));
        services.AddSingleton<SlackApi>();
        services.AddSingleton<SlackTokens>();
        services.AddSingleton<SlackInstallations>();
        services.AddSingleton<HomePage>();
        services.AddSingleton<SlackStatus>();
        services.AddHostedService(static provider => provider.GetRequiredService<SlackStatus>());
        services.AddHealthChecks().AddCheck<SlackStatus>("slack");
        services.AddSlackClients();
        return services;
    }

    public static IServiceCollection AddSlackClients(this IServiceCollection services)
    {
        services.AddHttpClient(SlackApi.Saying, static client => client.Timeout = LongestCall);
        services.AddHttpClient(SlackApi.Asking).AddStandardResilienceHandler(static resilience =>
        {
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(4);
            resilience.TotalRequestTimeout.Timeout = LongestCall;
            (resilience.Retry.MaxRetryAttempts, resilience.Retry.Delay, resilience.Retry.UseJitter) = (2, TimeSpan.FromMilliseconds(300), true);
            // A 429 is the caller's to obey: it may want to wait for longer than anybody should here.
            resilience.Retry.ShouldHandle = static tried => ValueTask.FromResult(
                HttpClientResiliencePredicates.IsTransient(tried.Outcome) && tried.Outcome.Result?.StatusCode != System.Net.HttpStatusCode.TooManyRequests);
            resilience.CircuitBreaker.ShouldHandle = static _ => PredicateResult.False();
        });
        return services;
    }

    /// <summary>The way out, for a host that works.</summary>
    public static IServiceCollection AddSlackChannel(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton<SlackUploads>();
        services.AddSingleton<SlackPictures>();
        services.AddSingleton<SlackCharts>();
        services.AddSingleton<IChannel, SlackChannel>();
        services.AddHostedService<ZoneLookup>();
        return options.ServesMany ? services.AddSingleton<TokenRefresh>().AddHostedService(static provider => provider.GetRequiredService<TokenRefresh>()) : services;
    }

    /// <summary>The way in, for a host that receives.</summary>
    public static IServiceCollection AddSlackReceiving(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton(provider => new Signature(options.SigningSecret, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Intake>();
        services.AddSingleton<RoundLookup>();
        services.AddSingleton<ChannelAccess>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<EventReceiver>();
        services.AddSingleton<InteractionReceiver>();
        services.AddSingleton<CommandReceiver>();
        services.AddSingleton<SlackReceiver>();
        services.AddSingleton<HomePublisher>();
        services.AddSingleton<InstallStates>();
        services.AddHostedService(static provider => provider.GetRequiredService<HomePublisher>());
        return options.HasSocket ? services.AddHostedService<SocketReceiver>() : services;
    }

    public static void UseSlack(this WebApplication app, SlackOptions options)
    {
        if (options.SigningSecret.Length > 0)
        {
            // What is signed needs nothing of what the pages go through: cookies, limits by visitor, files.
            app.MapPost(SlackEndpoint.Path, SlackEndpoint.ReceiveAsync).ShortCircuit();
        }

        if (options.ServesMany)
        {
            app.MapGet(InstallEndpoints.InstallPath, InstallEndpoints.InstallAsync);
            app.MapGet(InstallEndpoints.RedirectPath, InstallEndpoints.RedirectAsync);
        }
    }
}
