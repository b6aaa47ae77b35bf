using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace ChatCoachBot.Terminal;

/// <summary>
/// A conversation in the terminal. What is said takes the immediate turn; what the coach says of itself is looked for in the outbox,
/// where this process or a host beside it has put it.
/// </summary>
internal sealed partial class TerminalChat(
    IAnsiConsole console, ReplyScreen screen, ImmediateTurn turns, Writer writer, IDbContextFactory<CoachDb> contexts, TimeProvider time, ILogger<TerminalChat> log) : IDisposable
{
    public const string Platform = "terminal";
    private const string Prompt = "> ";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly string[] Leave = ["exit", "quit", "bye"];

    /// <summary>Keeps the lines of a reply together when a prompt comes at the same moment.</summary>
    private readonly SemaphoreSlim _screen = new(1);

    public async Task RunAsync(string user, CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        console.WriteLine("ChatCoach in the terminal. “exit” ends it.");
        await OpenAsync(user, cancellationToken);
        var watching = WatchAsync(user, leaving.Token);
        while (await ReadLineAsync(cancellationToken) is { } line && !Leave.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            await SayAsync(InboxKind.Said, line, user, cancellationToken);
        }

        await leaving.CancelAsync();
        await watching;
    }

    /// <summary>Greets a new learner; shows one who comes back where the conversation was.</summary>
    private async Task OpenAsync(string user, CancellationToken cancellationToken)
    {
        if (await ShowWaitingAsync(user, cancellationToken) > 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Outbox
            .Where(message => message.Platform == Platform && message.Address == user)
            .OrderByDescending(message => message.Id)
            .Select(message => message.Body)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            await SayAsync(InboxKind.Opened, "", user, cancellationToken);
        }
        else
        {
            Show(last);
        }
    }

    private async Task SayAsync(InboxKind kind, string text, string user, CancellationToken cancellationToken)
    {
        try
        {
            var incoming = new Incoming(Platform, Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), Address: user, Sender: user, kind, text, LocalZone());
            await turns.RunAsync(incoming, cancellationToken);
            await ShowWaitingAsync(user, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(log, FaultText.Of(fault));
            screen.Show(ApologyReply.For());
        }
    }

    private async Task WatchAsync(string user, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(LookEvery, time, cancellationToken);
                if (await ShowWaitingAsync(user, cancellationToken) > 0)
                {
                    console.Write(Prompt);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault)
            {
                // A database that is busy now will answer the next look.
                LogFailed(log, FaultText.Of(fault));
            }
        }
    }

    /// <summary>Shows what waits in the outbox; prompts of days on which the terminal stayed closed are left out.</summary>
    private async Task<int> ShowWaitingAsync(string user, CancellationToken cancellationToken)
    {
        await _screen.WaitAsync(cancellationToken);
        try
        {
            await using var looking = await contexts.CreateDbContextAsync(cancellationToken);
            // A look that writes nothing must not stand in a writer's way.
            if (!await Waiting(looking, user).AnyAsync(cancellationToken))
            {
                return 0;
            }

            var bodies = await writer.WriteAsync((db, cancel) => TakeWaitingAsync(db, user, cancel), cancellationToken);
            bodies.ForEach(Show);
            return bodies.Count;
        }
        finally
        {
            _screen.Release();
        }
    }

    /// <summary>Marks before showing, in the transaction that reads: a second terminal of the same person shows nothing twice.</summary>
    private async Task<List<string>> TakeWaitingAsync(CoachDb db, string user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await Waiting(db, user).OrderBy(message => message.Id).ToListAsync(cancellationToken);
        foreach (var message in waiting)
        {
            (message.SentAt, message.DroppedAt) = message.ExpiresAt < now ? ((DateTimeOffset?)null, (DateTimeOffset?)now) : (now, null);
        }

        return [.. waiting.Where(message => message.SentAt is not null).Select(message => message.Body)];
    }

    private static IQueryable<OutboxMessage> Waiting(CoachDb db, string user) =>
        db.Outbox.Where(message => message.Platform == Platform && message.Address == user && message.SentAt == null && message.DroppedAt == null);

    private void Show(string body)
    {
        if (ReplyJson.TryParse(body) is { } reply)
        {
            screen.Show(reply);
        }
    }

    /// <summary>The machine's zone by its IANA name, which Windows does not use.</summary>
    private static string? LocalZone() =>
        TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(TimeZoneInfo.Local.Id, out var id) ? id
        : null;

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        console.Write(Prompt);
        // The console reads a line only while it blocks a thread.
        return await Task.Run(Console.In.ReadLine, cancellationToken).WaitAsync(cancellationToken);
    }

    public void Dispose() => _screen.Dispose();

    [LoggerMessage(LogLevel.Error, "Something in the terminal failed: {Fault}")]
    private static partial void LogFailed(ILogger log, string fault);
}
