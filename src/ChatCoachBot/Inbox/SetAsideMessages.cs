using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Inbox;

/// <summary>What failed at every try and waits for somebody to look at it.</summary>
internal static class SetAsideMessages
{
    public static IQueryable<InboxMessage> SetAside(this CoachDb db) => db.Inbox.Where(message => message.SetAsideAt != null && message.HandledAt == null);

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
