using System.Security.Cryptography;
using System.Text;
using ChatCoachBot.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack.Installing;

/// <summary>
/// What ties the end of an installation to its beginning (RFC 6749, section 10.12): random, good once, for ten minutes, and only in the
/// browser that began. The database knows no more than a hash.
/// </summary>
internal sealed class InstallStates(Writer writer, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int Bytes = 32;

    /// <summary>Whoever begins more installations at once has no need of them.</summary>
    private const int Most = 10_000;

    /// <returns>Null when too many have been begun.</returns>
    public Task<string?> BeginAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async (db, cancel) =>
            {
                var now = time.GetUtcNow();
                await db.Set<SlackInstallState>().Where(state => state.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
                if (await db.Set<SlackInstallState>().CountAsync(cancel) >= Most)
                {
                    return null;
                }

                var state = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
                db.Add(new SlackInstallState { Hash = HashOf(state), ExpiresAt = now + Life });
                return state;
            },
            cancellationToken);

    /// <returns>Whether it was begun here, and not ended before.</returns>
    public Task<bool> EndAsync(string state, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async (db, cancel) =>
            {
                var (hash, now) = (HashOf(state), time.GetUtcNow());
                return await db.Set<SlackInstallState>().Where(known => known.Hash == hash && known.ExpiresAt > now).ExecuteDeleteAsync(cancel) == 1;
            },
            cancellationToken);

    private static string HashOf(string state) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
}
