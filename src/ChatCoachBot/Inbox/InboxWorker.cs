using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Inbox;

/// <summary>
/// Handles what waits in the inbox: in order within a conversation, side by side across conversations, many in one commit. What a
/// transaction works on is locked in the database until it ends: hosts beside this one leave it alone, and a host that is killed gives it
/// back with its connection.
/// </summary>
internal sealed partial class InboxWorker(
    Writer writer, Database database, TurnHandler handler, FailedTurns failed, Bell bell, TimeProvider time, ILogger<InboxWorker> log)
    : SignalledLoop(bell, Bell.Inbox, time, log)
{
    /// <summary>How many conversations share a commit at most: on SQLite few enough that who stores a message meanwhile does not wait for long; a server has many writers.</summary>
    private readonly int _batch = database.IsShared ? 32 : 16;

    /// <summary>How many batches are under way at once on a server, which works while another batch is decided here. SQLite has one writer.</summary>
    private readonly int _sideBySide = database.IsShared ? 3 : 1;

    private readonly Bell _bell = bell;

    protected override async Task<int> WorkAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(Enumerable.Range(0, _sideBySide).Select(_ => HandleBatchAsync()))).Sum();

    /// <summary>Not cut short when the host stops: a batch in hand is ended.</summary>
    private async Task<int> HandleBatchAsync()
    {
        var taken = new List<Taken>();
        try
        {
            await HandleAsync(waiting => waiting.Take(_batch), taken);
        }
        catch (Exception fault) when (taken.Count == 1)
        {
            await failed.PutBackAsync(taken[0], fault);
        }
        catch (Exception fault) when (taken.Count > 1)
        {
            // One of them failed and all were rolled back. Each is tried again alone, so that the others pay nothing for it.
            LogOneByOne(Log, taken.Count, FaultText.Of(fault));
            foreach (var message in taken)
            {
                await HandleAloneAsync(message);
            }
        }

        return taken.Count;
    }

    private async Task HandleAloneAsync(Taken taken)
    {
        try
        {
            await HandleAsync(waiting => waiting.Where(message => message.Id == taken.Id), []);
        }
        catch (Exception fault)
        {
            await failed.PutBackAsync(taken, fault);
        }
    }

    /// <param name="taken">Gets the messages as soon as they are known, for when handling them fails.</param>
    private async Task HandleAsync(Func<IQueryable<InboxMessage>, IQueryable<InboxMessage>> choose, List<Taken> taken)
    {
        var handled = await writer.WriteAsync(
            async (db, cancel) =>
            {
                var messages = await choose(db.FirstOfEachConversation(Time.GetUtcNow())).LockedSkippingOthers().ToListAsync(cancel);
                taken.AddRange(messages.Select(message => new Taken(message.Id, message.Failures)));
                return messages.Count == 0 ? [] : await handler.HandleAsync(db, messages, cancel);
            },
            CancellationToken.None);
        handler.Count(handled);
        if (handled.Any(turn => turn.Replies.Count > 0))
        {
            _bell.Ring(Bell.Outbox);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} messages could not be handled together; each is tried alone: {Fault}")]
    private static partial void LogOneByOne(ILogger log, int count, string fault);
}
