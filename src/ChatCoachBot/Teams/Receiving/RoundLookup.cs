using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>Which exercise of a channel a message answers.</summary>
internal sealed class RoundLookup(IDbContextFactory<CoachDb> contexts, TimeProvider time)
{
    /// <summary>The round that a card of this channel names. A card comes back from whoever has it, so it may name anything.</summary>
    /// <returns>Null for a word that answers nothing; a round that does not exist, where it is none of this channel's.</returns>
    public async Task<Guid?> OfCardAsync(string channel, CardData card, CancellationToken cancellationToken)
    {
        if (card is { Round: null, Exercise: null })
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await OfChannel(db, channel).AnyAsync(round => round.Id == card.Round && (card.Exercise == null || round.ExerciseVersion == card.Exercise), cancellationToken) ? card.Round : Guid.Empty;
    }

    /// <param name="thread">The message whose thread it was said in; null where there are no threads, or outside of one.</param>
    /// <param name="latest">Whether, outside of a thread, the exercise that is open is meant.</param>
    /// <returns>The round, and the message that opened it.</returns>
    public async Task<(Guid Round, string Message)?> FindAsync(string channel, string? thread, bool latest, CancellationToken cancellationToken)
    {
        if (thread is null && !latest)
        {
            return null;
        }

        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await OfChannel(db, channel)
            .Where(round => thread == null ? round.MessageId != null && round.ClosesAt > now : round.MessageId == thread)
            .OrderByDescending(round => round.OpenedAt)
            .Select(round => new { round.Id, round.MessageId })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Id, found.MessageId!);
    }

    private static IQueryable<ChannelRound> OfChannel(CoachDb db, string channel) => db.Rounds.Where(round =>
        db.Conversations.Any(conversation => conversation.Id == round.ConversationId && conversation.Platform == TeamsChannel.Name && conversation.Address == channel));
}
