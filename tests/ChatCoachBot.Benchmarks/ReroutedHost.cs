using System.Diagnostics;
using ChatCoachBot.Teams.Receiving;
using ChatCoachBot.Teams.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using CoachCommand = ChatCoachBot.Cli.CommandLine;

namespace ChatCoachBot.Benchmarks;

/// <summary>The host as it ships, but what it sends to Microsoft goes to a stand-in. No setting of the product can do that, and none should.</summary>
internal static class ReroutedHost
{
    public static async Task<int> RunAsync(Uri standIn, string[] arguments)
    {
        using var listening = DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.Extensions.Hosting")
            {
                listener.Subscribe(new Observer<KeyValuePair<string, object?>>(told =>
                {
                    if (told is { Key: "HostBuilding", Value: IHostBuilder builder })
                    {
                        builder.ConfigureServices(services => Reroute(services, standIn));
                    }
                }));
            }
        }));
        return await CoachCommand.RunAsync(arguments);
    }

    private static void Reroute(IServiceCollection services, Uri standIn)
    {
        foreach (var client in (string[])[Connector.Client, ConnectorToken.Client, BotKeys.Client])
        {
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new ToStandIn(standIn));
        }
    }

    private sealed class ToStandIn(Uri standIn) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(standIn, $"/{request.RequestUri!.Host}{request.RequestUri.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => next(value);
    }
}
