using System.Globalization;
using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace ChatCoachBot.Cli;

/// <summary>Shows the messages that were set aside, and lets somebody decide on them. No text is shown: it is the learner's.</summary>
internal static class InboxCommand
{
    private const string All = "all";

    public static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CoachDb>>().CreateDbContextAsync(cancellationToken);
        var messages = await db.SetAside().AsNoTracking().OrderBy(message => message.Id).ToListAsync(cancellationToken);
        if (messages.Count == 0)
        {
            Console.WriteLine("No message is set aside.");
            return 0;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in (string[])["Id", "Platform", "Received (UTC)", "Set aside (UTC)", "Last fault"])
        {
            table.AddColumn(new TableColumn(heading).NoWrap());
        }

        foreach (var message in messages)
        {
            table.AddRow(
                new Text(message.Id.ToString(CultureInfo.InvariantCulture)),
                new Text(message.Platform),
                new Text(At(message.ReceivedAt)),
                new Text(At(message.SetAsideAt!.Value)),
                new Text(message.LastFault ?? ""));
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{Count(messages.Count)} set aside. “inbox retry ID” tries one again, “inbox drop ID” gives it up; say “all” for all of them.");
        return 0;
    }

    public static async Task<int> RetryAsync(IServiceProvider services, string which, CancellationToken cancellationToken)
    {
        if (Chosen(which) is not { } chosen)
        {
            return await RefuseAsync(which);
        }

        var (found, retried) = await services.GetRequiredService<Writer>().WriteAsync(
            async (db, cancel) => (await chosen(db).CountAsync(cancel), await chosen(db).StillLast(db).RetryAsync(cancel)), cancellationToken);
        if (found > retried)
        {
            await Console.Error.WriteLineAsync(
                $"{Count(found - retried)} not tried again: the learner has gone on since, and old words would count as an answer to something else. “inbox drop” gives it up.");
        }

        return found == retried || retried > 0 ? await TellAsync(which, retried, "will be tried again, by a running host within seconds") : CommandLine.Failed;
    }

    public static async Task<int> DropAsync(IServiceProvider services, string which, CancellationToken cancellationToken)
    {
        if (Chosen(which) is not { } chosen)
        {
            return await RefuseAsync(which);
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var dropped = await services.GetRequiredService<Writer>().WriteAsync((db, cancel) => chosen(db).DropAsync(now, cancel), cancellationToken);
        return await TellAsync(which, dropped, "given up");
    }

    /// <returns>Null when the words name no message.</returns>
    private static Func<CoachDb, IQueryable<InboxMessage>>? Chosen(string which) =>
        which == All ? static db => db.SetAside()
        : long.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? db => db.SetAside().Where(message => message.Id == id)
        : null;

    private static async Task<int> RefuseAsync(string which)
    {
        await Console.Error.WriteLineAsync($"“{which}” is no message: give its number from “inbox list”, or “{All}”.");
        return CommandLine.Failed;
    }

    private static async Task<int> TellAsync(string which, int count, string outcome)
    {
        if (count == 0 && which != All)
        {
            await Console.Error.WriteLineAsync($"No message {which} is set aside: “inbox list” shows those that are.");
            return CommandLine.Failed;
        }

        Console.WriteLine($"{Count(count)} {outcome}.");
        return 0;
    }

    private static string Count(int messages) => messages == 1 ? "1 message" : $"{messages.ToString(CultureInfo.InvariantCulture)} messages";

    private static string At(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
