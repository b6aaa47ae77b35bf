using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Turns;

/// <summary>Lays out what a turn needs from the database, and keeps what it decided. Both run inside the caller's transaction.</summary>
public sealed class TurnDesk(LibraryCache library, TimeProvider time, Telemetry telemetry)
{
    public async Task<Turn> OpenAsync(CoachDb db, Conversation conversation, bool allCards, CancellationToken cancellationToken)
    {
        var current = conversation.Current;
        var learnerId = conversation.Learner.Id;
        var cards = db.Cards.Where(card => card.LearnerId == learnerId);
        if (!allCards)
        {
            var key = current?.Key ?? "";
            cards = cards.Where(card => card.ExerciseKey == key);
        }

        return new Turn
        {
            Conversation = conversation,
            Library = library.Current,
            Now = time.GetUtcNow(),
            Exercise = current is null ? null : await library.FindAsync(db, current.Version, cancellationToken),
            Cards = new CardBox(learnerId, await cards.ToListAsync(cancellationToken)),
        };
    }

    /// <summary>Adds what the turn made to the same transaction as the state it changed.</summary>
    /// <param name="inReplyTo">The inbox message it answers; null for what the coach says of itself.</param>
    public IReadOnlyList<OutboxMessage> Keep(CoachDb db, Turn turn, long? inReplyTo, DateTimeOffset? expiresAt = null)
    {
        db.Cards.AddRange(turn.Cards.Added);
        db.Attempts.AddRange(turn.Attempts);
        foreach (var attempt in turn.Attempts)
        {
            telemetry.Graded(attempt.Verdict);
        }

        var kind = inReplyTo is null ? OutboxKind.Prompt : OutboxKind.Reply;
        List<OutboxMessage> messages = [.. turn.Replies.Select(reply => OutboxMessage.Of(reply, turn.Conversation, kind, inReplyTo, turn.Now, expiresAt))];
        db.Outbox.AddRange(messages);
        return messages;
    }
}
