using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Processes;

/// <summary>Learners whose prompt comes due while hosts are killed.</summary>
internal static class DueLearners
{
    public const string AddressPrefix = "due-";

    /// <param name="within">Their prompts come due one after another within this time from now.</param>
    public static Task AddAsync(TestDatabase database, int count, TimeSpan within) => database.ChangeAsync(db =>
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var number in Enumerable.Range(0, count))
        {
            var id = Guid.CreateVersion7();
            var conversation = new Conversation
            {
                Id = id,
                Platform = "web",
                Address = $"{AddressPrefix}{number}",
                Learner = new Learner { Id = Guid.CreateVersion7(), JoinedAt = now, PathId = "release-engineer" },
                Schedule = new Schedule { ConversationId = id },
                Step = Step.Practising,
            };
            conversation.Schedule.Remind(TimeOnly.FromDateTime(now.UtcDateTime), Weekdays.Everyday, now);
            db.Conversations.Add(conversation);
            db.Entry(conversation.Schedule).Property(schedule => schedule.NextDue).CurrentValue = now + (within * number / count);
        }

        return Task.CompletedTask;
    });

    /// <summary>How many prompts each has got, and how many of them have a delivery.</summary>
    public static Task<List<(int Prompts, int Deliveries)>> CountAsync(TestDatabase database) => database.ReadAsync(async db =>
    {
        var counts = await db.Conversations
            .Where(conversation => conversation.Address.StartsWith(AddressPrefix))
            .Select(conversation => new
            {
                Prompts = db.Outbox.Count(message => message.ConversationId == conversation.Id),
                Deliveries = db.Deliveries.Count(delivery => delivery.ConversationId == conversation.Id),
            })
            .ToListAsync(TestContext.Current.CancellationToken);
        return counts.ConvertAll(count => (count.Prompts, count.Deliveries));
    });
}
