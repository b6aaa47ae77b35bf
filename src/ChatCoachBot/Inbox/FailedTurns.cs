using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Inbox;

/// <summary>What becomes of a message whose turn failed: it is tried again later, and after the last try set aside with an apology to the learner.</summary>
internal sealed partial class FailedTurns(Writer writer, Bell bell, TimeProvider time, Telemetry telemetry, ILogger<FailedTurns> log)
{
    private const int Tries = 5;

    public async Task PutBackAsync(Taken taken, Exception fault)
    {
        if (await writer.WriteAsync((db, cancel) => PutBackAsync(db, taken, fault, cancel), CancellationToken.None) is not { } message)
        {
            return;
        }

        LogFailed(log, message.Id, FaultText.Of(fault));
        telemetry.Failed(message.Platform);
        if (message.SetAsideAt is not null)
        {
            LogSetAside(log, message.Id, Tries);
            telemetry.SetAside(message.Platform);
            bell.Ring(Bell.Outbox);
            // Those behind it may go.
            bell.Ring(Bell.Inbox);
        }
    }

    /// <returns>Null when somebody else took it between the failure and this, and has handled it or put it back: one try counts once.</returns>
    private async Task<InboxMessage?> PutBackAsync(CoachDb db, Taken taken, Exception fault, CancellationToken cancellationToken)
    {
        var message = await db.Inbox
            .Where(message => message.Id == taken.Id && message.Failures == taken.Failures && message.HandledAt == null && message.SetAsideAt == null)
            .Locked()
            .SingleOrDefaultAsync(cancellationToken);
        if (message is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        message.Failures++;
        message.LastFault = fault.GetType().Name;
        if (message.Failures < Tries)
        {
            message.NotBefore = now + Backoff.After(message.Failures);
        }
        else
        {
            message.SetAsideAt = now;
            await ApologiseAsync(db, message, now, cancellationToken);
        }

        return message;
    }

    /// <summary>Nobody is left in silence. Who was never answered before has no conversation to be answered in yet.</summary>
    private static async Task ApologiseAsync(CoachDb db, InboxMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // No more than the id is read: the rest of the conversation may be what cannot be read.
        var conversation = await db.Conversations
            .Where(known => known.Platform == message.Platform && known.Address == message.Address)
            .Select(known => new { known.Id })
            .Locked()
            .FirstOrDefaultAsync(cancellationToken);
        if (conversation is not null)
        {
            db.Outbox.Add(new OutboxMessage
            {
                ConversationId = conversation.Id,
                Platform = message.Platform,
                Workspace = message.Workspace,
                Address = message.Address,
                Kind = OutboxKind.Reply,
                Body = ReplyJson.Write(ApologyReply.For()),
                InReplyTo = message.Id,
                CreatedAt = now,
            });
        }
    }

    [LoggerMessage(LogLevel.Error, "Message {Id} could not be handled: {Fault}")]
    private static partial void LogFailed(ILogger log, long id, string fault);

    [LoggerMessage(LogLevel.Error, "Message {Id} is set aside after {Tries} tries.")]
    private static partial void LogSetAside(ILogger log, long id, int tries);
}
