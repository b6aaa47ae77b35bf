using System.Net.WebSockets;
using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Receiving;

namespace ChatCoachBot.Slack.Sockets;

/// <summary>
/// Receives through a socket, where there is no public address (docs.slack.dev/apis/events-api/using-socket-mode). Slack closes each
/// socket now and then: the next one is open before the old one is left, so that nothing falls between them.
/// </summary>
internal sealed partial class SocketReceiver(SlackApi api, SlackReceiver receiver, SlackOptions options, SlackStatus status, TimeProvider time, ILogger<SocketReceiver> log) : BackgroundService
{
    /// <summary>However long Slack is away, it is asked again so often.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Whoever is sent away at once does not come back at once.</summary>
    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(1);

    private readonly List<Task> _leaving = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var faults = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var socket = await OpenAsync(stoppingToken);
                var opened = time.GetUtcNow();
                status.SocketOpened();
                await UntilNextIsWantedAsync(socket);
                if (time.GetUtcNow() - opened < ShortLife)
                {
                    throw new WebSocketException("Slack closes each socket as soon as it is open.");
                }

                faults = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                LogFault(log, FaultText.Of(fault));
                status.SocketClosed();
                var wait = Backoff.After(++faults);
                await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_leaving);
    }

    /// <summary>Returns when another socket is to be opened; this one may go on for a while beside it.</summary>
    private async Task UntilNextIsWantedAsync(SlackSocket socket)
    {
        try
        {
            await socket.ReadyForNext;
        }
        catch
        {
            await socket.DisposeAsync();
            throw;
        }

        _leaving.RemoveAll(leaving => leaving.IsCompleted);
        _leaving.Add(socket.LeaveAsync());
    }

    private async Task<SlackSocket> OpenAsync(CancellationToken cancellationToken)
    {
        var opened = await api.AskAsync("apps.connections.open", options.AppToken, cancellationToken);
        if (opened.Text("url") is not { } url)
        {
            throw new WebSocketException($"Slack opened no connection: {opened.Error ?? "no url"}.");
        }

        return await SlackSocket.OpenAsync(new Uri(url), options.SocketPing, receiver, log, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Slack: there is no socket, and I try again: {Fault}")]
    private static partial void LogFault(ILogger log, string fault);
}
