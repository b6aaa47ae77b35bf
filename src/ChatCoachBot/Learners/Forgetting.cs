using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Learners;

/// <summary>
/// Erases a learner from every table. What is left for a while names where they were reached, and no more: the coach's last words in each
/// place, which are still to be sent, go with the next cleaning after that, and take along what their platform keeps. The id of the event in
/// which the learner asked for it stays as long as any, since the platform may deliver it again; it says of nobody whose it was.
/// </summary>
internal static class Forgetting
{
    public static async Task CarryOutAsync(CoachDb db, Heard heard, CancellationToken cancellationToken)
    {
        var (learner, wish) = (heard.Conversation.Learner.Id, heard.Message);
        var ids = await Places.LockAsync(db, [learner], heard.Conversation.Id, cancellationToken);
        await OverwriteAsync(db, true, cancellationToken);
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
        await OverwriteAsync(db, false, cancellationToken);
    }

    /// <summary>SQLite leaves what is deleted in the file until it needs the room, unless it is told to overwrite it.</summary>
    private static async Task OverwriteAsync(CoachDb db, bool on, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            await (on ? db.Database.ExecuteSqlAsync($"PRAGMA secure_delete=ON", cancellationToken) : db.Database.ExecuteSqlAsync($"PRAGMA secure_delete=OFF", cancellationToken));
        }
    }

    private static async Task EraseMessagesAsync(CoachDb db, List<Guid> ids, InboxMessage wish, CancellationToken cancellationToken)
    {
        await db.Outbox
            .Where(message => message.InReplyTo == wish.Id && ids.Contains(message.ConversationId!.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ConversationId, (Guid?)null), cancellationToken);
        await db.Outbox.Where(message => ids.Contains(message.ConversationId!.Value)).ExecuteDeleteAsync(cancellationToken);
        // What waits is handled yet, and begins anew.
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
