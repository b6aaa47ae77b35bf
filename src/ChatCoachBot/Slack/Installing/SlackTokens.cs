using System.Collections.Concurrent;
using System.Security.Cryptography;
using ChatCoachBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack.Installing;

/// <summary>The bot token of each workspace: that of the settings, or what its installation brought. At rest they are encrypted.</summary>
internal sealed partial class SlackTokens(
    SlackOptions options, IDbContextFactory<CoachDb> contexts, IDataProtectionProvider protection, TimeProvider time, ILogger<SlackTokens> log)
{
    /// <summary>How long a host may go on with a token that another host has replaced: Slack lets the old one live for longer.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("ChatCoachBot.Slack.Tokens");
    private readonly ConcurrentDictionary<string, (string? Token, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <returns>Null where the app is not installed any more.</returns>
    public async ValueTask<string?> FindAsync(string workspace, CancellationToken cancellationToken)
    {
        if (!options.ServesMany)
        {
            return options.BotToken;
        }

        var now = time.GetUtcNow();
        if (_known.TryGetValue(workspace, out var known) && known.Until > now)
        {
            return known.Token;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = await db.Set<SlackInstallation>()
            .Where(installation => installation.Workspace == workspace && installation.EndedAt == null)
            .Select(installation => installation.Token)
            .SingleOrDefaultAsync(cancellationToken);
        var token = kept is null ? null : TryOpen(kept);
        _known[workspace] = (token, now + Remembered);
        return token;
    }

    /// <summary>Asks the database again next time.</summary>
    public void Forget(string workspace) => _known.TryRemove(workspace, out _);

    public string Seal(string token) => _protector.Protect(token);

    /// <returns>Null when the keys that it was encrypted with are gone: then it has to be installed again.</returns>
    public string? TryOpen(string sealedToken)
    {
        try
        {
            return _protector.Unprotect(sealedToken);
        }
        catch (CryptographicException fault)
        {
            LogLost(log, FaultText.Of(fault));
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "A Slack token cannot be decrypted; the app has to be installed again there: {Fault}")]
    private static partial void LogLost(ILogger log, string fault);
}
