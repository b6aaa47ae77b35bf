using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Inbox;

/// <summary>What failed at every try and waits for somebody to look at it.</summary>
internal static class SetAsideMessages
{
    public static IQueryable<InboxMessage> SetAside(this CoachDb db) => db.Inbox.Where(message => message.SetAsideAt != null && message.HandledAt == null);

    /// <summary>
    /// Those whose learners have said nothing else since. Who has gone on is at another exercise, perhaps, and the old words would be taken
    /// as an answer to that.
    /// </summary>
    public static IQueryable<InboxMessage> StillLast(this IQueryable<InboxMessage> messages, CoachDb db) =>
        messages.Where(message => !db.Inbox.Any(later =>
            later.Platform == message.Platform && later.Address == message.Address && later.Id > message.Id && later.HandledAt != null));

    /// <summary>Lets them be tried again, five times from the start.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> RetryAsync(this IQueryable<InboxMessage> messages, CancellationToken cancellationToken) => messages.ExecuteUpdateAsync(
        set => set
            .SetProperty(message => message.SetAsideAt, (DateTimeOffset?)null)
            .SetProperty(message => message.NotBefore, (DateTimeOffset?)null)
            .SetProperty(message => message.Failures, 0),
        cancellationToken);

    /// <summary>Counts them as handled, without a turn. They stay for as long as others do, so that a repeat is known as one.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> DropAsync(this IQueryable<InboxMessage> messages, DateTimeOffset now, CancellationToken cancellationToken) =>
        messages.ExecuteUpdateAsync(set => set.SetProperty(message => message.HandledAt, now), cancellationToken);
}
