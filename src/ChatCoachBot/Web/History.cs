using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Web;

/// <summary>One message of a conversation: what the learner said, or what the coach replied.</summary>
public sealed record HistoryItem(string? Said, Reply? Reply);

/// <summary>Reads a visitor's conversation back from the inbox and the outbox.</summary>
internal sealed partial class History(IDbContextFactory<CoachDb> contexts)
{
    private const int Most = 100;

    /// <summary>The coach's last messages with what they answer, in the order they were said, and the id of the very last one.</summary>
    public async Task<(IReadOnlyList<HistoryItem> Items, long LastId)> ReadAsync(string visitor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var replied = await Replies(db, visitor)
            .OrderByDescending(message => message.Id)
            .Take(Most)
            .Select(message => new { message.Id, message.Body, message.CreatedAt, message.InReplyTo })
            .ToListAsync(cancellationToken);
        var first = replied.Count < Most ? 0 : replied.Min(message => message.InReplyTo) ?? 0;
        var said = await db.Inbox
            .Where(message => message.Platform == WebChannel.Name && message.Address == visitor && message.Kind == InboxKind.Said && message.Id >= first && message.Text != "")
            .OrderByDescending(message => message.Id)
            .Take(Most)
            .Select(message => new { message.Id, message.Text, message.ReceivedAt })
            .ToListAsync(cancellationToken);
        // A reply stands behind what it answers, also when both have the same moment.
        var items = said.Select(message => (At: message.ReceivedAt, Turn: message.Id, Id: 0L, Item: new HistoryItem(Shown(message.Text), null)))
            .Concat(replied.Select(message => (
                At: message.CreatedAt, Turn: message.InReplyTo ?? long.MaxValue, message.Id, Item: new HistoryItem(null, ReplyJson.TryParse(message.Body)))))
            .OrderBy(item => item.At)
            .ThenBy(item => item.Turn)
            .ThenBy(item => item.Id)
            .Select(item => item.Item)
            .Where(item => item.Said is not null || item.Reply is not null);
        return ([.. items], replied.Count == 0 ? 0 : replied[0].Id);
    }

    /// <summary>What the coach said after a message, in order; null for what cannot be shown any more.</summary>
    public async Task<IReadOnlyList<(long Id, Reply? Reply)>> AfterAsync(string visitor, long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = await Replies(db, visitor)
            .Where(message => message.Id > id)
            .OrderBy(message => message.Id)
            .Take(Most)
            .Select(message => new { message.Id, message.Body })
            .ToListAsync(cancellationToken);
        return [.. messages.Select(message => (message.Id, ReplyJson.TryParse(message.Body)))];
    }

    /// <summary>A button that stands apart from its exercise says its key, which means nothing to a person; chat.js leaves it out too.</summary>
    private static string Shown(string said) => AboutExercise().Replace(said, "$1");

    [GeneratedRegex(@"^(too easy|i was right) about [^\s/]+/[^\s/]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutExercise();

    private static IQueryable<OutboxMessage> Replies(CoachDb db, string visitor) =>
        db.Outbox.Where(message => message.Platform == WebChannel.Name && message.Address == visitor && message.DroppedAt == null);
}
