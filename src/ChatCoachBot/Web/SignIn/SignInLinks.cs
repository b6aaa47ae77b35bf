using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Web.SignIn;

/// <summary>Looks sign-in links up, and uses them up.</summary>
internal sealed class SignInLinks(IDbContextFactory<CoachDb> contexts, Writer writer, TimeProvider time)
{
    public async Task<bool> WorksAsync(string secret, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, secret).AnyAsync(cancellationToken);
    }

    /// <returns>Whom it was made for; null when it was used, has run out or never was.</returns>
    public Task<SignedIn?> UseAsync(string secret, CancellationToken cancellationToken) => writer.WriteAsync(
        async (db, cancel) =>
        {
            var code = await Of(db, secret)
                .Join(db.Conversations, code => code.ConversationId, conversation => conversation.Id, (code, conversation) => new { code.LearnerId, conversation.Platform, conversation.Workspace })
                .SingleOrDefaultAsync(cancel);
            // Of two browsers at once, one takes the row away.
            if (code is null || await Of(db, secret).ExecuteDeleteAsync(cancel) == 0)
            {
                return null;
            }

            var people = await db.Identities
                .Where(identity => identity.LearnerId == code.LearnerId && identity.Platform == code.Platform)
                .Select(identity => identity.UserId)
                .ToListAsync(cancel);
            return new SignedIn(code.LearnerId, code.Platform, code.Workspace, [.. people.Select(TurnDesk.PersonOf)]);
        },
        cancellationToken);

    private IQueryable<OneTimeCode> Of(CoachDb db, string secret)
    {
        var (hash, now) = (OneTimeCode.HashOf(secret), time.GetUtcNow());
        return db.OneTimeCodes.Where(code => code.Hash == hash && code.Purpose == CodePurpose.SignIn && code.ExpiresAt > now);
    }
}
