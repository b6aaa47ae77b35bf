using ChatCoachBot.Slack.Api;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack.Installing;

/// <summary>Begins and ends the coach's work in a workspace.</summary>
internal sealed partial class SlackInstallations(Writer writer, SlackTokens tokens, TimeProvider time, ILogger<SlackInstallations> log)
{
    private static readonly TimeSpan RefreshLease = TimeSpan.FromSeconds(30);

    /// <summary>Keeps what Slack gave for a workspace, in place of what it gave before; schedules that had ended with it go on.</summary>
    public async Task SaveAsync(Granted granted, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(
            async (db, cancel) =>
            {
                var installation = await db.Set<SlackInstallation>().Where(known => known.Workspace == granted.Workspace).Locked().SingleOrDefaultAsync(cancel);
                if (installation is null)
                {
                    installation = new SlackInstallation { Workspace = granted.Workspace, Name = "", Token = "", InstalledBy = "" };
                    db.Add(installation);
                }

                (installation.Name, installation.InstalledBy, installation.InstalledAt) = (granted.Name, granted.InstalledBy, time.GetUtcNow());
                (installation.EndedAt, installation.EndReason) = (null, null);
                Keep(installation, granted);
                await ReviveAsync(db, granted.Workspace, cancel);
            },
            cancellationToken);
        tokens.Forget(granted.Workspace);
        LogInstalled(log, granted.Workspace);
    }

    /// <summary>Nothing is sent there any more. What Slack tells twice, or of an installation that another has replaced, changes nothing.</summary>
    /// <param name="at">When Slack ended it.</param>
    public async Task EndAsync(string workspace, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ended = await writer.WriteAsync(
            async (db, cancel) =>
            {
                var installation = await db.Set<SlackInstallation>().Where(known => known.Workspace == workspace).Locked().SingleOrDefaultAsync(cancel);
                if (installation is not null && installation.InstalledAt > at)
                {
                    return 0;
                }

                if (installation is { EndedAt: null })
                {
                    (installation.EndedAt, installation.EndReason) = (time.GetUtcNow(), reason);
                }

                return await Schedules(db, workspace).Where(schedule => schedule.EndedBecause == null).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(schedule => schedule.EndedBecause, reason)
                        .SetProperty(schedule => schedule.NextDue, (DateTimeOffset?)null)
                        .SetProperty(schedule => schedule.PutOffUntil, (DateTimeOffset?)null),
                    cancel);
            },
            cancellationToken);
        tokens.Forget(workspace);
        if (ended > 0)
        {
            LogEnded(log, workspace, reason, ended);
        }
    }

    /// <summary>Slack knows the bot again: what ended with it goes on.</summary>
    public Task ReviveAsync(string workspace, CancellationToken cancellationToken) => writer.WriteAsync((db, cancel) => ReviveAsync(db, workspace, cancel), cancellationToken);

    /// <summary>Takes the right to get a workspace's next token; while one host has it, the others have not.</summary>
    /// <returns>What to get it with; null when another host is at it.</returns>
    public Task<string?> ClaimRefreshAsync(string workspace, DateTimeOffset soon, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async (db, cancel) =>
            {
                var now = time.GetUtcNow();
                var installation = await db.Set<SlackInstallation>()
                    .Where(known => known.Workspace == workspace && known.EndedAt == null && known.ExpiresAt < soon && (known.RefreshingUntil == null || known.RefreshingUntil < now))
                    .Locked()
                    .SingleOrDefaultAsync(cancel);
                if (installation is not { RefreshToken: { } kept })
                {
                    return null;
                }

                installation.RefreshingUntil = now + RefreshLease;
                return tokens.TryOpen(kept);
            },
            cancellationToken);

    public async Task RefreshedAsync(Granted granted, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(
            async (db, cancel) =>
            {
                if (await db.Set<SlackInstallation>().Where(known => known.Workspace == granted.Workspace).Locked().SingleOrDefaultAsync(cancel) is { } installation)
                {
                    Keep(installation, granted);
                }
            },
            cancellationToken);
        tokens.Forget(granted.Workspace);
    }

    private void Keep(SlackInstallation installation, Granted granted)
    {
        installation.Token = tokens.Seal(granted.Token);
        installation.RefreshToken = granted.RefreshToken is null ? null : tokens.Seal(granted.RefreshToken);
        installation.ExpiresAt = granted.ExpiresAt;
        installation.RefreshingUntil = null;
    }

    private async Task ReviveAsync(CoachDb db, string workspace, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ended = await Schedules(db, workspace).Where(schedule => schedule.EndedBecause != null).ToListAsync(cancellationToken);
        ended.Where(schedule => SlackErrors.IsWorkspaceGone(schedule.EndedBecause!)).ToList().ForEach(schedule => schedule.Revive(now));
    }

    private static IQueryable<Core.Scheduling.Schedule> Schedules(CoachDb db, string workspace) =>
        db.Schedules.Where(schedule => db.Conversations.Any(conversation =>
            conversation.Id == schedule.ConversationId && conversation.Platform == SlackChannel.Name && conversation.Workspace == workspace));

    [LoggerMessage(LogLevel.Information, "Slack: the app is installed in {Workspace}.")]
    private static partial void LogInstalled(ILogger log, string workspace);

    [LoggerMessage(LogLevel.Warning, "Slack: {Workspace} does not let the coach in any more ({Reason}); {Count} schedules end.")]
    private static partial void LogEnded(ILogger log, string workspace, string reason, int count);
}
