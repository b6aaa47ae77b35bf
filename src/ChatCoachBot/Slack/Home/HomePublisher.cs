using System.Threading.Channels;
using ChatCoachBot.Slack.Installing;

namespace ChatCoachBot.Slack.Home;

/// <summary>Draws home pages that were opened. Who opens it in a rush waits for nothing: a page that is not drawn in time is drawn when it is opened again.</summary>
internal sealed partial class HomePublisher(HomePage page, SlackTokens tokens, ILogger<HomePublisher> log) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<SlackAddress> _opened =
        Channel.CreateBounded<SlackAddress>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    public void Publish(SlackAddress person) => _opened.Writer.TryWrite(person);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var person in _opened.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await tokens.FindAsync(person.Workspace, stoppingToken) is { } token
                    && await page.PublishAsync(person, token, null, stoppingToken) is { IsOk: false } refused)
                {
                    LogRefused(log, refused.Error!);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogRefused(log, FaultText.Of(fault));
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Slack: a home page could not be drawn: {Fault}")]
    private static partial void LogRefused(ILogger log, string fault);
}
