using System.Diagnostics;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Turns;

/// <summary>One dialog for both ways in: the inbox worker and the immediate turn. It runs inside the caller's transaction.</summary>
public sealed class TurnHandler(DialogEngine dialog, LibraryCache library, TurnDesk desk, TimeProvider time, Telemetry telemetry)
{
    /// <summary>Handles a stored message: changes the state, writes the replies to the outbox, and marks the message handled.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> HandleAsync(CoachDb db, InboxMessage message, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("turn");
        var conversation = await FindAsync(db, message, cancellationToken) ?? await OpenAsync(db, message, cancellationToken);
        IReadOnlyList<OutboxMessage> replies = [];
        // Who opens a page again has been greeted before.
        if (message.Kind == InboxKind.Said || conversation.Step == Step.New)
        {
            replies = await RespondAsync(db, conversation, message, activity, cancellationToken);
        }

        message.HandledAt = time.GetUtcNow();
        return replies;
    }

    private async Task<IReadOnlyList<OutboxMessage>> RespondAsync(
        CoachDb db, Conversation conversation, InboxMessage message, Activity? activity, CancellationToken cancellationToken)
    {
        var (intent, said) = dialog.Recognise(conversation, message.Text, library.Current);
        activity?.SetTag("intent", intent.GetType().Name);
        var turn = await desk.OpenAsync(db, conversation, intent.NeedsAllCards, cancellationToken);
        intent.Respond(turn, said);
        telemetry.Handled(message.Platform, intent.GetType().Name, turn.Now - message.ReceivedAt);
        return desk.Keep(db, turn, message.Id);
    }

    private static Task<Conversation?> FindAsync(CoachDb db, InboxMessage message, CancellationToken cancellationToken) =>
        db.Conversations
            .Include(conversation => conversation.Learner)
            .Include(conversation => conversation.Schedule)
            .FirstOrDefaultAsync(conversation => conversation.Platform == message.Platform && conversation.Address == message.Address, cancellationToken);

    private async Task<Conversation> OpenAsync(CoachDb db, InboxMessage message, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var conversation = new Conversation
        {
            Id = id,
            Platform = message.Platform,
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
