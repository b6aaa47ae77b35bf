using ChatCoachBot.Storage;

namespace ChatCoachBot.Inbox;

/// <summary>What of the inbox may be handled now.</summary>
internal static class WaitingMessages
{
    /// <summary>
    /// The first waiting message of each conversation, oldest first. Those behind it wait until it is handled or set aside, also while it
    /// waits to be tried again: their order is part of what was said.
    /// </summary>
    public static IQueryable<InboxMessage> FirstOfEachConversation(this CoachDb db, DateTimeOffset now)
    {
        var longest = now + Backoff.Longest;
        return db.Inbox
            .Where(message => message.HandledAt == null && message.SetAsideAt == null)
            .Where(message => message.NotBefore == null || message.NotBefore <= now || message.NotBefore > longest)
            // No id is below zero: the "or" keeps PostgreSQL from joining the table with itself, as in the outbox.
            .Where(message => message.Id < 0 || !db.Inbox.Any(earlier =>
                earlier.Platform == message.Platform && earlier.Address == message.Address && earlier.Id < message.Id
                && earlier.HandledAt == null && earlier.SetAsideAt == null))
            .OrderBy(message => message.Id);
    }
}
