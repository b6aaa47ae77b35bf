using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Reviews;

/// <summary>Somebody who judges disputed grades.</summary>
/// <param name="Paths">The paths whose disputes are theirs; null for all.</param>
public sealed record Reviewer(IReadOnlyList<string>? Paths)
{
    public bool May(string pathId) => Paths is null || Paths.Contains(pathId);

    /// <returns>Null for somebody who has nothing to review.</returns>
    public static async Task<Reviewer?> OfAsync(Guid learner, bool isAdmin, Owners owners, CoachDb db, CancellationToken cancellationToken)
    {
        if (isAdmin)
        {
            return new Reviewer((IReadOnlyList<string>?)null);
        }

        var identities = await db.Identities.Where(identity => identity.LearnerId == learner).ToListAsync(cancellationToken);
        List<string> paths = [.. identities.SelectMany(identity => owners.PathsOf(identity.Platform, identity.UserId)).Distinct()];
        return paths.Count == 0 ? null : new Reviewer(paths);
    }
}
