using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Learners;

/// <summary>The conversations of one learner. Linked ones share a schedule, which names the one where the prompts come.</summary>
internal static class Places
{
    public const string Learner = "LearnerId";

    public const string Schedule = "ScheduleId";

    public static IQueryable<Conversation> Of(CoachDb db, params Guid[] learners) =>
        db.Conversations.Where(conversation => !conversation.IsChannel && learners.Contains(EF.Property<Guid>(conversation, Learner)));

    /// <summary>The conversations' ids, locked until the transaction ends: no message is handled in them meanwhile.</summary>
    public static Task<List<Guid>> LockAsync(CoachDb db, Guid[] learners, CancellationToken cancellationToken) =>
        Of(db, learners).OrderBy(conversation => conversation.Id).Select(conversation => conversation.Id).Locked().ToListAsync(cancellationToken);

    /// <summary>From now on all of these share the schedule of one of them; their others are gone.</summary>
    public static async Task ShareScheduleAsync(CoachDb db, List<Guid> conversations, Guid home, CancellationToken cancellationToken)
    {
        await db.Conversations.Where(conversation => conversations.Contains(conversation.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(conversation => EF.Property<Guid>(conversation, Schedule), home), cancellationToken);
        await db.Schedules.Where(schedule => conversations.Contains(schedule.ConversationId) && schedule.ConversationId != home).ExecuteDeleteAsync(cancellationToken);
    }

    public static async Task MovePromptsAsync(CoachDb db, Guid learner, Guid here, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var conversations = await LockAsync(db, [learner], cancellationToken);
        var before = await db.Conversations.Where(conversation => conversation.Id == here).Select(conversation => conversation.Schedule).SingleAsync(cancellationToken);
        if (before.ConversationId == here)
        {
            return;
        }

        var own = new Schedule { ConversationId = here };
        own.TakeOver(before, now);
        db.Schedules.Add(own);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await ShareScheduleAsync(db, conversations, here, cancellationToken);
    }
}
