using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Whether a thread is that of a channel's exercise.</summary>
internal sealed class RoundLookup(IDbContextFactory<CoachDb> contexts)
{
    public async Task<Guid?> FindAsync(SlackAddress channel, string thread, CancellationToken cancellationToken)
    {
        var address = channel.ToString();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Rounds
            .Where(round => round.MessageId == thread && db.Conversations.Any(conversation =>
                conversation.Id == round.ConversationId && conversation.Platform == SlackChannel.Name && conversation.Address == address))
            .Select(round => (Guid?)round.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
