using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;

namespace ChatCoachBot.Turns;

/// <summary>For what wants its answer in the same request: inbox row, decision, state and outbox in one transaction, run at once.</summary>
public sealed class ImmediateTurn(Writer writer, InboxStore inbox, TurnHandler handler)
{
    /// <returns>The replies, which are in the outbox too; none when the event was here before.</returns>
    public Task<IReadOnlyList<OutboxMessage>> RunAsync(Incoming incoming, CancellationToken cancellationToken) =>
        writer.WriteAsync<IReadOnlyList<OutboxMessage>>(
            async (db, cancel) => await inbox.AddAsync(db, incoming, cancel) is { } message ? await handler.HandleAsync(db, message, cancel) : [],
            cancellationToken);
}
