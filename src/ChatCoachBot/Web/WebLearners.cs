using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Web;

/// <summary>What is known of a visitor as a learner.</summary>
internal sealed class WebLearners(IDbContextFactory<CoachDb> contexts)
{
    /// <returns>The id of the visitor's path, and which terms they know; nothing of who has not been here before.</returns>
    public async Task<(string? PathId, KnownTerms Known)> FindAsync(string? visitor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var learner = visitor is null ? null : await db.Identities
            .Where(identity => identity.Platform == WebChannel.Name && identity.UserId == visitor)
            .Join(db.Learners, identity => identity.LearnerId, learner => learner.Id, (_, learner) => learner)
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);
        if (learner is null)
        {
            return (null, new KnownTerms(new CardBox(Guid.Empty, [])));
        }

        var cards = await db.Cards.AsNoTracking().Where(card => card.LearnerId == learner.Id && card.Passed).ToListAsync(cancellationToken);
        return (learner.PathId, new KnownTerms(new CardBox(learner.Id, cards)));
    }
}
