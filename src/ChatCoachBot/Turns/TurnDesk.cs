using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Turns;

/// <summary>Lays out what turns need from the database, and keeps what they decided. All of it runs inside the caller's transaction.</summary>
public sealed class TurnDesk(LibraryCache library, TimeProvider time)
{
    /// <summary>The conversation of each message, in the same order, locked until the transaction ends; made where there was none.</summary>
    public async Task<IReadOnlyList<Conversation>> ConversationsAsync(CoachDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(string Platform, string Address), Conversation>();
        foreach (var platform in messages.GroupBy(message => message.Platform))
        {
            List<string> addresses = [.. platform.Select(message => message.Address)];
            var found = await Conversations(db)
                .Where(conversation => conversation.Platform == platform.Key && addresses.Contains(conversation.Address))
                .OrderBy(conversation => conversation.Id)
                .Locked()
                .ToListAsync(cancellationToken);
            found.ForEach(conversation => known.Add((conversation.Platform, conversation.Address), conversation));
        }

        var conversations = new List<Conversation>(messages.Count);
        foreach (var message in messages)
        {
            conversations.Add(known.GetValueOrDefault((message.Platform, message.Address)) ?? await BeginAsync(db, message, cancellationToken));
        }

        return conversations;
    }

    /// <summary>Conversations with what belongs to them.</summary>
    public static IQueryable<Conversation> Conversations(CoachDb db) =>
        db.Conversations.Include(conversation => conversation.Learner).Include(conversation => conversation.Schedule);

    /// <summary>The cards of each learner: all of them where asked for, else that of the exercise in hand.</summary>
    public async Task<IReadOnlyDictionary<Guid, CardBox>> CardsAsync(
        CoachDb db, IReadOnlyList<(Conversation Conversation, bool All)> wanted, CancellationToken cancellationToken)
    {
        List<Guid> all = [.. wanted.Where(one => one.All).Select(one => one.Conversation.Learner.Id).Distinct()];
        var cards = all.Count == 0 ? [] : await db.Cards.Where(card => all.Contains(card.LearnerId)).ToListAsync(cancellationToken);
        var inHand = wanted.Where(one => one.Conversation.Current is not null && !all.Contains(one.Conversation.Learner.Id)).ToList();
        if (inHand.Count > 0)
        {
            List<Guid> learners = [.. inHand.Select(one => one.Conversation.Learner.Id).Distinct()];
            List<string> keys = [.. inHand.Select(one => one.Conversation.Current!.Key).Distinct()];
            cards.AddRange(await db.Cards.Where(card => learners.Contains(card.LearnerId) && keys.Contains(card.ExerciseKey)).ToListAsync(cancellationToken));
        }

        var byLearner = cards.ToLookup(card => card.LearnerId);
        return wanted
            .Select(one => one.Conversation.Learner.Id)
            .Distinct()
            .ToDictionary(learner => learner, learner => new CardBox(learner, byLearner[learner]));
    }

    public async ValueTask<Turn> OpenAsync(
        CoachDb db, Conversation conversation, IReadOnlyDictionary<Guid, CardBox> cards, CancellationToken cancellationToken) =>
        new()
        {
            Conversation = conversation,
            Library = library.Current,
            Now = time.GetUtcNow(),
            Exercise = conversation.Current is { } current ? await library.FindAsync(db, current.Version, cancellationToken) : null,
            Cards = cards[conversation.Learner.Id],
        };

    /// <summary>Stores what turns made, in the same transaction as the state that they changed.</summary>
    internal static async Task KeepAsync(CoachDb db, IReadOnlyList<KeptTurn> turns, CancellationToken cancellationToken)
    {
        db.Cards.AddRange(turns.SelectMany(kept => kept.Turn.Cards.Added));
        // New conversations are there before what is said in them.
        await db.SaveManyAsync(cancellationToken);
        await db.InsertAsync([.. turns.SelectMany(kept => kept.Turn.Attempts)], cancellationToken);
        await db.InsertAsync([.. turns.SelectMany(Messages)], cancellationToken);
    }

    private static IEnumerable<OutboxMessage> Messages(KeptTurn kept)
    {
        var kind = kept.InReplyTo is null ? OutboxKind.Prompt : OutboxKind.Reply;
        return kept.Turn.Replies.Select(reply => OutboxMessage.Of(reply, kept.Turn.Conversation, kind, kept.InReplyTo, kept.Turn.Now, kept.ExpiresAt));
    }

    private async Task<Conversation> BeginAsync(CoachDb db, InboxMessage message, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var conversation = new Conversation
        {
            Id = id,
            Platform = message.Platform,
            Workspace = message.Workspace,
            Address = message.Address,
            Learner = await LearnerAsync(db, message, cancellationToken),
            Schedule = new Schedule { ConversationId = id },
        };
        if (message.TimeZone is { } name && TimeZones.TryFind(name, out var zone))
        {
            conversation.Schedule.Move(zone, time.GetUtcNow());
        }

        db.Conversations.Add(conversation);
        return conversation;
    }

    private async Task<Learner> LearnerAsync(CoachDb db, InboxMessage message, CancellationToken cancellationToken)
    {
        var known = await db.Identities
            .Where(identity => identity.Platform == message.Platform && identity.UserId == message.Sender)
            .Join(db.Learners, identity => identity.LearnerId, learner => learner.Id, (_, learner) => learner)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return known;
        }

        var learner = new Learner { Id = Guid.CreateVersion7(time.GetUtcNow()), JoinedAt = time.GetUtcNow() };
        db.Learners.Add(learner);
        db.Identities.Add(new Identity { Platform = message.Platform, UserId = message.Sender, LearnerId = learner.Id });
        return learner;
    }
}
