using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Inbox;

/// <summary>Handles what waits in the inbox: in order within a conversation, side by side across conversations.</summary>
public sealed partial class InboxWorker(
    Writer writer,
    IDbContextFactory<CoachDb> contexts,
    TurnHandler handler,
    Signal<InboxMessage> arrived,
    Signal<OutboxMessage> decided,
    TimeProvider time,
    Telemetry telemetry,
    ILogger<InboxWorker> log) : SignalledLoop<InboxMessage>(arrived, time, log)
{
    private const int Batch = 200;
    private const int Tries = 5;

    protected override async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Inbox
            .Where(message => message.HandledAt == null && message.SetAsideAt == null)
            // A message that waits to be tried again holds back those behind it, whose order is part of what was said, and nobody else.
            .Where(message => !db.Inbox.Any(first =>
                first.Platform == message.Platform && first.Address == message.Address
                && first.HandledAt == null && first.SetAsideAt == null && first.NotBefore > now))
            .OrderBy(message => message.Id)
            .Take(Batch)
            .Select(message => new { message.Id, message.Platform, message.Address })
            .ToListAsync(cancellationToken);
        var conversations = waiting
            .GroupBy(message => (message.Platform, message.Address))
            .Select(conversation => conversation.Select(message => message.Id).ToList())
            .ToList();
        await Parallel.ForEachAsync(conversations, cancellationToken, async (messages, cancel) => await HandleInOrderAsync(messages, cancel));
        return conversations.Sum(conversation => conversation.Count);
    }

    private async Task HandleInOrderAsync(List<long> messages, CancellationToken cancellationToken)
    {
        foreach (var id in messages)
        {
            try
            {
                var replies = await writer.WriteAsync((db, cancel) => HandleAsync(db, id, cancel), cancellationToken);
                if (replies.Count > 0)
                {
                    decided.Set();
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(Log, id, FaultText.Of(fault));
                if (await writer.WriteAsync((db, cancel) => PutBackAsync(db, id, cancel), cancellationToken))
                {
                    decided.Set();
                }

                return;
            }
        }
    }

    /// <summary>Whether it still waits is asked again inside the transaction: another process may have been faster.</summary>
    private async Task<IReadOnlyList<OutboxMessage>> HandleAsync(CoachDb db, long id, CancellationToken cancellationToken)
    {
        var message = await db.Inbox.SingleOrDefaultAsync(
            waiting => waiting.Id == id && waiting.HandledAt == null && waiting.SetAsideAt == null, cancellationToken);
        return message is null ? [] : await handler.HandleAsync(db, message, cancellationToken);
    }

    /// <returns>Whether the learner is told.</returns>
    private async Task<bool> PutBackAsync(CoachDb db, long id, CancellationToken cancellationToken)
    {
        var message = await db.Inbox.SingleAsync(message => message.Id == id, cancellationToken);
        telemetry.Failed(message.Platform);
        message.Failures++;
        if (message.Failures < Tries)
        {
            message.NotBefore = Time.GetUtcNow() + Backoff.After(message.Failures);
            return false;
        }

        message.SetAsideAt = Time.GetUtcNow();
        LogSetAside(Log, id, Tries);
        return await ApologiseAsync(db, message, cancellationToken);
    }

    /// <summary>Nobody is left in silence. Who was never answered before has no conversation to be answered in yet.</summary>
    private async Task<bool> ApologiseAsync(CoachDb db, InboxMessage message, CancellationToken cancellationToken)
    {
        // No more than the id is read: the rest of the conversation may be what cannot be read.
        var conversation = await db.Conversations
            .Where(known => known.Platform == message.Platform && known.Address == message.Address)
            .Select(known => (Guid?)known.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (conversation is not { } id)
        {
            return false;
        }

        db.Outbox.Add(OutboxMessage.Of(ApologyReply.For(), id, message, Time.GetUtcNow()));
        return true;
    }

    [LoggerMessage(LogLevel.Error, "Message {Id} could not be handled: {Fault}")]
    private static partial void LogFailed(ILogger log, long id, string fault);

    [LoggerMessage(LogLevel.Error, "Message {Id} is set aside after {Tries} tries.")]
    private static partial void LogSetAside(ILogger log, long id, int tries);
}
