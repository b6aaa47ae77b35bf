using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Web.OwnData;

/// <summary>Looks up whose data a link opens.</summary>
internal sealed class OwnDataLinks(IDbContextFactory<CoachDb> contexts, TimeProvider time)
{
    /// <returns>The code that was made for the learner; null for one that has run out or never was.</returns>
    public async Task<OneTimeCode?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (OneTimeCode.HashOf(secret), time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OneTimeCodes.AsNoTracking()
            .SingleOrDefaultAsync(code => code.Hash == hash && code.Purpose == CodePurpose.Export && code.ExpiresAt > now, cancellationToken);
    }
}
