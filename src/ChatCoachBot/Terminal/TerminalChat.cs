using System.Text.Json;
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
internal sealed class TerminalChat(
    IAnsiConsole console, ReplyScreen screen, ImmediateTurn turns, Writer writer, IDbContextFactory<CoachDb> contexts, TimeProvider time) : IDisposable
{
    private const string Platform = "terminal";
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
            screen.Show(Parse(last));
        }
    }

    private async Task SayAsync(InboxKind kind, string text, string user, CancellationToken cancellationToken)
    {
        var incoming = new Incoming(Platform, Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), Address: user, Sender: user, kind, text, TimeZoneInfo.Local.Id);
        await turns.RunAsync(incoming, cancellationToken);
        await ShowWaitingAsync(user, cancellationToken);
    }

    private async Task WatchAsync(string user, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(LookEvery, time, cancellationToken);
                if (await ShowWaitingAsync(user, cancellationToken) > 0)
                {
                    console.Write(Prompt);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The person leaves.
        }
    }

    /// <summary>Shows what waits in the outbox and marks it sent; prompts of days on which the terminal stayed closed are left out.</summary>
    private async Task<int> ShowWaitingAsync(string user, CancellationToken cancellationToken)
    {
        await _screen.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var waiting = await db.Outbox
                .AsNoTracking()
                .Where(message => message.Platform == Platform && message.Address == user && message.SentAt == null && message.DroppedAt == null)
                .OrderBy(message => message.Id)
                .ToListAsync(cancellationToken);
            var now = time.GetUtcNow();
            foreach (var message in waiting)
            {
                if (message.ExpiresAt < now)
                {
                    message.DroppedAt = now;
                }
                else
                {
                    screen.Show(Parse(message.Body));
                    message.SentAt = now;
                }
            }

            if (waiting.Count > 0)
            {
                await writer.WriteAsync((marks, cancel) => MarkAsync(marks, waiting, now, cancel), cancellationToken);
            }

            return waiting.Count(message => message.SentAt is not null);
        }
        finally
        {
            _screen.Release();
        }
    }

    private static async Task MarkAsync(CoachDb db, List<OutboxMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shown = messages.Where(message => message.SentAt is not null).Select(message => message.Id).ToList();
        var expired = messages.Where(message => message.DroppedAt is not null).Select(message => message.Id).ToList();
        await db.Outbox.Where(message => shown.Contains(message.Id)).ExecuteUpdateAsync(set => set.SetProperty(message => message.SentAt, now), cancellationToken);
        await db.Outbox.Where(message => expired.Contains(message.Id)).ExecuteUpdateAsync(set => set.SetProperty(message => message.DroppedAt, now), cancellationToken);
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        console.Write(Prompt);
        // The console reads a line only while it blocks a thread.
        return await Task.Run(Console.In.ReadLine, cancellationToken).WaitAsync(cancellationToken);
    }

    public void Dispose() => _screen.Dispose();

    private static Reply Parse(string body) => JsonSerializer.Deserialize(body, ReplyJson.Default.Reply)!;
}
