using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Learners;

/// <summary>
/// Erases a learner from every table. Two rows are left for a while and go with the next cleaning: the coach's last words, which are still
/// to be sent, and the event they answer, which the platform may deliver again; nothing of the person is in that.
/// </summary>
internal static class Forgetting
{
    /// <param name="wish">The message in which the learner asked for it.</param>
    public static async Task CarryOutAsync(CoachDb db, Guid learner, InboxMessage wish, CancellationToken cancellationToken)
    {
        var ids = await Places.LockAsync(db, [learner], cancellationToken);
        await EraseMessagesAsync(db, ids, wish, cancellationToken);
        await db.OneTimeCodes.Where(code => code.LearnerId == learner).ExecuteDeleteAsync(cancellationToken);
        await db.Disputes.Where(dispute => dispute.LearnerId == learner).ExecuteDeleteAsync(cancellationToken);
        await db.RoundAnswers.Where(answer => answer.LearnerId == learner).ExecuteDeleteAsync(cancellationToken);
        await db.Cards.Where(card => card.LearnerId == learner).ExecuteDeleteAsync(cancellationToken);
        await db.Attempts.Where(attempt => attempt.LearnerId == learner).ExecuteDeleteAsync(cancellationToken);
        await db.Deliveries.Where(delivery => ids.Contains(delivery.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Conversations.Where(conversation => ids.Contains(conversation.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Schedules.Where(schedule => ids.Contains(schedule.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Identities.Where(identity => identity.LearnerId == learner).ExecuteDeleteAsync(cancellationToken);
        await db.Learners.Where(known => known.Id == learner).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task EraseMessagesAsync(CoachDb db, List<Guid> ids, InboxMessage wish, CancellationToken cancellationToken)
    {
        await db.Outbox
            .Where(message => message.InReplyTo == wish.Id && ids.Contains(message.ConversationId!.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ConversationId, (Guid?)null), cancellationToken);
        await db.Outbox.Where(message => ids.Contains(message.ConversationId!.Value)).ExecuteDeleteAsync(cancellationToken);
        // What waits yet was said after all this, and begins anew.
        var places = db.Conversations.Where(conversation => ids.Contains(conversation.Id));
        await db.Inbox
            .Where(message => message.Id != wish.Id && (message.HandledAt != null || message.SetAsideAt != null)
                && places.Any(place => place.Platform == message.Platform && place.Address == message.Address))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Inbox.Where(message => message.Id == wish.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.Address, "")
                .SetProperty(message => message.Sender, "")
                .SetProperty(message => message.Text, "")
                .SetProperty(message => message.Origin, (Origin?)null)
                .SetProperty(message => message.TimeZone, (string?)null),
            cancellationToken);
    }
}
