using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Learners;

/// <summary>The conversations of one learner. Linked ones share a schedule, which names the one where the prompts come.</summary>
internal static class Places
{
    /// <summary>The columns of a conversation that name its learner and its schedule.</summary>
    public const string LearnerKey = "LearnerId";

    public const string ScheduleKey = "ScheduleId";

    /// <summary>
    /// The ids of all conversations of these learners. They are locked until the transaction ends, no message is handled in them meanwhile;
    /// everybody locks learners first, then conversations, then the rest, so that nobody waits for each other.
    /// </summary>
    /// <param name="here">The conversation that a wish was made in.</param>
    /// <exception cref="DbUpdateConcurrencyException">It is theirs no more: another wish was first.</exception>
    public static async Task<List<Guid>> LockAsync(CoachDb db, Guid[] learners, Guid here, CancellationToken cancellationToken)
    {
        await db.Learners.Where(learner => learners.Contains(learner.Id)).OrderBy(learner => learner.Id).Select(learner => learner.Id).Locked().ToListAsync(cancellationToken);
        var conversations = await db.Conversations
            .Where(conversation => !conversation.IsChannel && learners.Contains(EF.Property<Guid>(conversation, LearnerKey)))
            .OrderBy(conversation => conversation.Id)
            .Select(conversation => conversation.Id)
            .Locked()
            .ToListAsync(cancellationToken);
        return conversations.Contains(here) ? conversations : throw new DbUpdateConcurrencyException("The learner was joined, parted or forgotten meanwhile.");
    }

    /// <summary>From now on all of these share the schedule of one of them; their others are gone.</summary>
    public static async Task ShareScheduleAsync(CoachDb db, List<Guid> conversations, Guid home, CancellationToken cancellationToken)
    {
        await db.Conversations.Where(conversation => conversations.Contains(conversation.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(conversation => EF.Property<Guid>(conversation, ScheduleKey), home), cancellationToken);
        await db.Schedules.Where(schedule => conversations.Contains(schedule.ConversationId) && schedule.ConversationId != home).ExecuteDeleteAsync(cancellationToken);
    }

    public static async Task MovePromptsAsync(CoachDb db, Guid learner, Guid here, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var conversations = await LockAsync(db, [learner], here, cancellationToken);
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
