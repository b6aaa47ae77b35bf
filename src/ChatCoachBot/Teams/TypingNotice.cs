using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Teams.References;
using ChatCoachBot.Teams.Sending;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Teams;

/// <summary>Shows that the coach is at it, to whoever waits longer than a person likes to wait without a sign. Most grades come sooner.</summary>
internal sealed partial class TypingNotice(Connector connector, TeamsReferences references, IDbContextFactory<CoachDb> contexts, TimeProvider time, ILogger<TypingNotice> log) : BackgroundService
{
    private const int Batch = 50;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Who has waited for longer has seen the sign come and go.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(1);

    private long _toldUpTo;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Between, time, stoppingToken);
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(log, FaultText.Of(fault));
            }
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (late, old) = (now - Patience, now - TooLong);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Inbox
            .Where(message => message.Platform == TeamsChannel.Name && message.HandledAt == null && message.SetAsideAt == null && message.Kind == InboxKind.Said
                && message.Id > _toldUpTo && message.ReceivedAt < late && message.ReceivedAt > old)
            .OrderBy(message => message.Id)
            .Select(message => new { message.Id, message.Address })
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var message in waiting)
        {
            _toldUpTo = message.Id;
            if (await references.FindAsync(message.Address, cancellationToken) is { EndedAt: null, ConversationId: { } conversation } reference)
            {
                await connector.SayAsync(reference.ServiceUrl, conversation, new OutgoingActivity("typing") { From = new ConnectorAccount(reference.BotId) }, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "Teams: nobody could be shown that the coach is at it: {Fault}")]
    private static partial void LogFault(ILogger log, string fault);
}
