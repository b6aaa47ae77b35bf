using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Installing;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack;

/// <summary>Asks Slack for the time zone of whoever is new, so that nobody has to be asked. Who has chosen one keeps it.</summary>
internal sealed class ZoneLookup(
    SlackApi api, SlackTokens tokens, Writer writer, IDbContextFactory<CoachDb> contexts, Bell bell, TimeProvider time, ILogger<ZoneLookup> log)
    : SignalledLoop(bell, Bell.Outbox, time, log)
{
    private const int Batch = 20;

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    protected override async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        if (Time.GetUtcNow() < _notBefore)
        {
            return 0;
        }

        var newcomers = await NewcomersAsync(cancellationToken);
        var asked = 0;
        foreach (var (id, workspace, address) in newcomers)
        {
            if (await AskAsync(id, workspace, SlackAddress.Parse(address).Id, cancellationToken) is { } wait)
            {
                _notBefore = Time.GetUtcNow() + wait;
                break;
            }

            asked++;
        }

        return asked;
    }

    private async Task<List<(Guid Id, string Workspace, string Address)>> NewcomersAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newcomers = await db.Conversations
            .Where(conversation => conversation.Platform == SlackChannel.Name && !conversation.ZoneAsked)
            .Select(conversation => new { conversation.Id, conversation.Workspace, conversation.Address })
            .Take(Batch)
            .ToListAsync(cancellationToken);
        return newcomers.ConvertAll(conversation => (conversation.Id, conversation.Workspace, conversation.Address));
    }

    /// <returns>How long to leave Slack alone; null when it answered.</returns>
    private async Task<TimeSpan?> AskAsync(Guid id, string workspace, string user, CancellationToken cancellationToken)
    {
        var token = await tokens.FindAsync(workspace, cancellationToken);
        var info = token is null ? null : await api.AskAsync("users.info", token, cancellationToken, ("user", user));
        if (info?.Error is { } error && SlackErrors.IsForNow(error))
        {
            return info.RetryAfter ?? AfterFault;
        }

        await writer.WriteAsync((db, cancel) => NoteAsync(db, id, info?.Text("user", "tz"), cancel), cancellationToken);
        return null;
    }

    private async Task NoteAsync(CoachDb db, Guid id, string? name, CancellationToken cancellationToken)
    {
        if (await TurnDesk.Conversations(db).Where(conversation => conversation.Id == id).Locked().SingleOrDefaultAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        conversation.ZoneAsked = true;
        if (conversation is { Step: not Step.Practising, Schedule.TimeZone: TimeZones.Utc } && name is not null && TimeZones.TryFind(name, out var zone))
        {
            conversation.Schedule.Move(zone, Time.GetUtcNow());
        }
    }
}
