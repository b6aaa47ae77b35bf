using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Reviews;

/// <summary>
/// Who looks after which path: <c>Practice:Owners:&lt;path-id&gt;</c> is a platform and the person's id there, with the workspace before it
/// where there is one ("slack:T0123456789/U0123456789", "teams:tenant/29:abc"), or several with commas between them. A platform's name alone,
/// such as "web", is whoever uses it: they may review, but are not told in chat.
/// </summary>
public sealed class Owners
{
    private const string Setting = "Practice:Owners";

    private readonly ILookup<string, string> _byPath;

    public Owners(IConfiguration configuration) => _byPath = configuration.GetSection(Setting).GetChildren()
        .SelectMany(path => (path.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(owner => (Path: path.Key, Owner: owner)))
        .ToLookup(owned => owned.Path, owned => owned.Owner, StringComparer.OrdinalIgnoreCase);

    /// <summary>The paths of one person.</summary>
    /// <param name="person">The platform's id of the person, with the workspace where there is one.</param>
    public IReadOnlyList<string> PathsOf(string platform, string person) =>
        [.. _byPath.Where(path => path.Contains(platform) || path.Contains($"{platform}:{person}")).Select(path => path.Key.ToLowerInvariant())];

    /// <summary>Where the owners of a path talk with the coach; who has not met it yet is not there.</summary>
    public async Task<IReadOnlyList<Conversation>> ConversationsAsync(CoachDb db, string pathId, CancellationToken cancellationToken)
    {
        var found = new List<Conversation>();
        foreach (var owner in _byPath[pathId].Select(owner => owner.Split(':', 2)).Where(owner => owner.Length == 2))
        {
            var (platform, person) = (owner[0], owner[1]);
            var conversation = await TurnDesk.Conversations(db)
                .Where(one => one.Platform == platform && !one.IsChannel
                    && db.Identities.Any(identity => identity.Platform == platform && identity.UserId == person && identity.LearnerId == one.Learner.Id))
                .OrderBy(one => one.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (conversation is not null)
            {
                found.Add(conversation);
            }
        }

        return found;
    }
}
