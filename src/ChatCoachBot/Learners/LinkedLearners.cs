using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Intents;
using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Learners;

/// <summary>
/// Learners who are in several places, and may write in two at once: hosts side by side would each overwrite what the other counted, so
/// that on a server one waits. A transaction on SQLite has the whole database to itself.
/// </summary>
internal static class LinkedLearners
{
    /// <summary>Locks those whom these messages are from, before their conversations: see <see cref="Places.LockAsync"/> for the order.</summary>
    public static async Task LockAsync(CoachDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            return;
        }

        var linked = new List<Guid>();
        foreach (var platform in messages.GroupBy(message => message.Platform))
        {
            List<string> addresses = [.. platform.Select(message => message.Address)];
            linked.AddRange(await In(db, db.Conversations.Where(conversation => conversation.Platform == platform.Key && addresses.Contains(conversation.Address)))
                .Select(one => one.Learner)
                .ToListAsync(cancellationToken));
        }

        if (linked.Count > 0)
        {
            await db.Learners.Where(learner => linked.Contains(learner.Id)).OrderBy(learner => learner.Id).Select(learner => learner.Id).Locked().ToListAsync(cancellationToken);
        }
    }

    /// <summary>Leaves out conversations whose learner is being answered in another place; locks the learners of the others.</summary>
    public static async Task<List<Guid>> NotBusyElsewhereAsync(CoachDb db, List<Guid> conversations, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite() || conversations.Count == 0)
        {
            return conversations;
        }

        var linked = await In(db, db.Conversations.Where(conversation => conversations.Contains(conversation.Id))).ToListAsync(cancellationToken);
        if (linked.Count == 0)
        {
            return conversations;
        }

        List<Guid> learners = [.. linked.Select(one => one.Learner)];
        var free = await db.Learners.Where(learner => learners.Contains(learner.Id)).Select(learner => learner.Id).LockedSkippingOthers().ToListAsync(cancellationToken);
        return [.. conversations.Except(linked.Where(one => !free.Contains(one.Learner)).Select(one => one.Conversation))];
    }

    /// <summary>The code that was entered, and who made it; null for what opens nothing.</summary>
    public static async Task<LinkOffer?> OfferAsync(CoachDb db, string said, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (LinkIntent.CodeIn(said) is not { } code)
        {
            return null;
        }

        var hash = OneTimeCode.HashOf(code);
        var maker = await TurnDesk.Conversations(db).AsNoTracking()
            .FirstOrDefaultAsync(
                conversation => db.OneTimeCodes.Any(known =>
                    known.Hash == hash && known.Purpose == CodePurpose.Link && known.ExpiresAt > now && known.ConversationId == conversation.Id),
                cancellationToken);
        return maker is null ? null : new LinkOffer(code, maker);
    }

    /// <summary>The other conversations of the learner.</summary>
    public static async Task<IReadOnlyList<Conversation>> OtherPlacesAsync(CoachDb db, Conversation here, CancellationToken cancellationToken) =>
        await TurnDesk.Conversations(db).AsNoTracking()
            .Where(conversation => conversation.Learner.Id == here.Learner.Id && conversation.Id != here.Id && !conversation.IsChannel)
            .OrderBy(conversation => conversation.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Those of these conversations whose learner has others.</summary>
    private static IQueryable<InConversation> In(CoachDb db, IQueryable<Conversation> conversations) => conversations
        .Where(conversation => db.Conversations.Any(other => other.Learner.Id == conversation.Learner.Id && other.Id != conversation.Id))
        .Select(conversation => new InConversation { Learner = conversation.Learner.Id, Conversation = conversation.Id });

    private sealed record InConversation
    {
        public required Guid Learner { get; init; }

        public required Guid Conversation { get; init; }
    }
}
