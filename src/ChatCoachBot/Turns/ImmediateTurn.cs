using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;

namespace ChatCoachBot.Turns;

/// <summary>For what wants its answer in the same request: inbox row, decision, state and outbox in one transaction, run at once.</summary>
public sealed class ImmediateTurn(Writer writer, InboxStore inbox, TurnHandler handler, Telemetry telemetry, Bell bell)
{
    /// <returns>The replies, which are in the outbox too; none when the event was here before.</returns>
    public async Task<IReadOnlyList<Reply>> RunAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var handled = await writer.WriteAsync<IReadOnlyList<HandledTurn>>(
            async (db, cancel) => await inbox.AddAsync(db, incoming, cancel) is { } message ? await handler.HandleAsync(db, [message], cancel) : [],
            cancellationToken);
        if (handled.Count == 0)
        {
            telemetry.Repeated(incoming.Platform);
            return [];
        }

        telemetry.Received(incoming.Platform);
        handler.Count(handled);
        bell.Ring(Bell.Outbox);
        return handled[0].Replies;
    }
}
