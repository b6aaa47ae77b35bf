using System.Globalization;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Management;

/// <summary>How the coach is doing, for whoever runs it: who practises, what did not arrive and why, which schedules have ended. It names no answer.</summary>
internal sealed class AdminReport(TimeProvider time)
{
    private const int Days = 7;
    private const int MostNamed = 10;

    public async Task<Reply> ReadAsync(CoachDb db, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-Days);
        var active = await db.Attempts.Where(attempt => attempt.At > since).Select(attempt => attempt.LearnerId).Distinct().CountAsync(cancellationToken);
        var learners = await db.Conversations.Where(conversation => !conversation.IsChannel && conversation.Learner.PathId != null)
            .Select(conversation => conversation.Learner.Id).Distinct().CountAsync(cancellationToken);
        var channels = await db.Conversations.CountAsync(conversation => conversation.IsChannel && conversation.Schedule.NextDue != null, cancellationToken);
        var setAside = await db.SetAside().CountAsync(cancellationToken);
        return Reply.Of(
            new Heading("For whoever runs the coach"),
            new Facts(
            [
                new Fact($"Practised in the last {Number(Days)} days", $"{Number(active)} of {Number(learners)} learners"),
                new Fact("Channels that practise", Number(channels)),
                new Fact("Messages set aside after five failures", setAside == 0 ? "none" : $"{Number(setAside)} (see “inbox list” on the host)"),
                new Fact($"Not delivered in the last {Number(Days)} days", await UndeliveredAsync(db, since, cancellationToken)),
                new Fact("Schedules that ended", await EndedAsync(db, cancellationToken)),
            ]));
    }

    private static async Task<string> UndeliveredAsync(CoachDb db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var reasons = await db.Outbox
            .Where(message => message.DroppedAt != null && message.DroppedAt > since)
            .GroupBy(message => message.DropReason)
            .Select(group => new { Reason = group.Key, Count = group.Count() })
            .OrderByDescending(group => group.Count)
            .Take(MostNamed)
            .ToListAsync(cancellationToken);
        return reasons.Count == 0 ? "none" : string.Join('\n', reasons.Select(group => $"{Number(group.Count)} × {group.Reason}"));
    }

    private static async Task<string> EndedAsync(CoachDb db, CancellationToken cancellationToken)
    {
        var ended = await db.Conversations
            .Where(conversation => conversation.Schedule.EndedBecause != null && conversation.Id == conversation.Schedule.ConversationId)
            .OrderBy(conversation => conversation.Id)
            .Select(conversation => new { conversation.Address, conversation.Schedule.EndedBecause })
            .Take(MostNamed + 1)
            .ToListAsync(cancellationToken);
        return ended.Count == 0
            ? "none"
            : string.Join('\n', [.. ended.Take(MostNamed).Select(one => $"{one.Address}: {one.EndedBecause}"), .. ended.Count > MostNamed ? ["and more"] : Array.Empty<string>()]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
