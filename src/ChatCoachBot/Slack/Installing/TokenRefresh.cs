using ChatCoachBot.Slack.Api;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack.Installing;

/// <summary>Replaces tokens long before they expire (docs.slack.dev/authentication/using-token-rotation).</summary>
internal sealed partial class TokenRefresh(
    SlackApi api, SlackInstallations installations, IDbContextFactory<CoachDb> contexts, SlackOptions options, TimeProvider time, ILogger<TokenRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>A token lives for twelve hours: what fails is tried again for two.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var workspace in await DueAsync(cancellationToken))
        {
            try
            {
                await RefreshAsync(workspace, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                LogFault(log, workspace, FaultText.Of(fault));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                try
                {
                    await RunAsync(stoppingToken);
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    LogFault(log, "all", FaultText.Of(fault));
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task<List<string>> DueAsync(CancellationToken cancellationToken)
    {
        var soon = time.GetUtcNow() + Early;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<SlackInstallation>()
            .Where(installation => installation.EndedAt == null && installation.RefreshToken != null && installation.ExpiresAt < soon)
            .Select(installation => installation.Workspace)
            .ToListAsync(cancellationToken);
    }

    private async Task RefreshAsync(string workspace, CancellationToken cancellationToken)
    {
        if (await installations.ClaimRefreshAsync(workspace, time.GetUtcNow() + Early, cancellationToken) is not { } refreshToken)
        {
            return;
        }

        // Not cut short: Slack takes each refresh token once, and what it gives is to be kept.
        var answer = await api.HandInAsync(
            "oauth.v2.access", CancellationToken.None,
            ("client_id", options.ClientId), ("client_secret", options.ClientSecret), ("grant_type", "refresh_token"), ("refresh_token", refreshToken));
        if (answer.IsOk && Granted.Of(answer, time.GetUtcNow()) is { } granted)
        {
            await installations.RefreshedAsync(granted with { Workspace = workspace }, CancellationToken.None);
        }
        else if (answer.Error is "invalid_refresh_token" or "token_revoked" or "token_expired")
        {
            await installations.EndAsync(workspace, answer.Error, time.GetUtcNow(), CancellationToken.None);
        }
        else
        {
            LogFault(log, workspace, answer.Error ?? "no token in the answer");
        }
    }

    [LoggerMessage(LogLevel.Error, "Slack: the token of {Workspace} could not be replaced, and is tried again: {Fault}")]
    private static partial void LogFault(ILogger log, string workspace, string fault);
}
