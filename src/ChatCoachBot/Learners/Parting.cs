using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Learners;

/// <summary>Makes one of a learner's conversations a learner of its own. Answers go by where they were given; those of before that was kept stay.</summary>
internal static class Parting
{
    public static async Task CarryOutAsync(CoachDb db, Heard heard, FsrsScheduler scheduler, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (here, stays) = (heard.Conversation.Id, heard.Conversation.Learner.Id);
        var others = await Places.LockAsync(db, [stays], here, cancellationToken);
        others.Remove(here);
        if (others.Count == 0)
        {
            throw new DbUpdateConcurrencyException("The conversations were parted meanwhile.");
        }

        var learner = await db.Learners.SingleAsync(learner => learner.Id == stays, cancellationToken);
        var goes = Guid.CreateVersion7(now);
        db.Learners.Add(learner.Part(goes));
        await db.SaveChangesAsync(cancellationToken);

        await PartAnswersAsync(db, heard.Conversation, goes, cancellationToken);
        await PartDisputesAsync(db, heard.Conversation, goes, others[0], cancellationToken);
        await PartCardsAsync(db, stays, goes, scheduler, cancellationToken);
        await PartScheduleAsync(db, here, others, cancellationToken);
        await db.Identities
            .Where(identity => identity.Platform == heard.Message.Platform && identity.UserId == heard.Message.Sender)
            .ExecuteUpdateAsync(set => set.SetProperty(identity => identity.LearnerId, goes), cancellationToken);
        await db.Conversations.Where(conversation => conversation.Id == here).ExecuteUpdateAsync(
            set => set.SetProperty(conversation => EF.Property<Guid>(conversation, Places.LearnerKey), goes), cancellationToken);
        // Links and codes belong to whom they were given to, and that was both.
        await db.OneTimeCodes.Where(code => code.LearnerId == stays).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task PartAnswersAsync(CoachDb db, Conversation here, Guid goes, CancellationToken cancellationToken)
    {
        var (id, stays) = (here.Id, here.Learner.Id);
        await db.Attempts
            .Where(attempt => attempt.LearnerId == stays && attempt.ConversationId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.LearnerId, goes), cancellationToken);
        // A round's answers name no conversation: those of this workspace are taken to be this one's.
        await db.RoundAnswers
            .Where(answer => answer.LearnerId == stays && db.Rounds.Any(round => round.Id == answer.RoundId
                && db.Conversations.Any(channel => channel.Id == round.ConversationId && channel.Platform == here.Platform && channel.Workspace == here.Workspace)))
            .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.LearnerId, goes), cancellationToken);
    }

    /// <summary>A dispute goes with its answer, and is answered where its learner is.</summary>
    private static async Task PartDisputesAsync(CoachDb db, Conversation here, Guid goes, Guid other, CancellationToken cancellationToken)
    {
        var (id, stays) = (here.Id, here.Learner.Id);
        await db.Disputes
            .Where(dispute => dispute.LearnerId == stays && db.Attempts.Any(attempt => attempt.Id == dispute.AttemptId && attempt.LearnerId == goes))
            .ExecuteUpdateAsync(set => set.SetProperty(dispute => dispute.LearnerId, goes).SetProperty(dispute => dispute.ConversationId, id), cancellationToken);
        await db.Disputes
            .Where(dispute => dispute.LearnerId == stays && dispute.ConversationId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(dispute => dispute.ConversationId, other), cancellationToken);
    }

    /// <summary>What was found too easy or was skipped is so for both; what was answered is reckoned from the answers of each.</summary>
    private static async Task PartCardsAsync(CoachDb db, Guid stays, Guid goes, FsrsScheduler scheduler, CancellationToken cancellationToken)
    {
        var cards = await db.Cards.Where(card => card.LearnerId == stays).ToListAsync(cancellationToken);
        var answers = (await db.Attempts.AsNoTracking().Where(attempt => attempt.LearnerId == stays || attempt.LearnerId == goes).ToListAsync(cancellationToken))
            .ToLookup(attempt => (attempt.LearnerId, attempt.ExerciseKey));
        foreach (var card in cards)
        {
            Card own = card.Part(goes);
            own.Replay(answers[(goes, card.ExerciseKey)], scheduler);
            if (own.Attempts > 0 || own.Skipped || own.TooEasyAt is not null)
            {
                db.Cards.Add(own);
            }

            if (own.Attempts > 0)
            {
                card.Replay(answers[(stays, card.ExerciseKey)], scheduler);
            }

            if (card is { Attempts: 0, Skipped: false, TooEasyAt: null } && own.Attempts > 0)
            {
                db.Cards.Remove(card);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>The prompts go on where they came; the others keep their days and zone, and have none until a time is chosen.</summary>
    private static async Task PartScheduleAsync(CoachDb db, Guid here, List<Guid> others, CancellationToken cancellationToken)
    {
        var shared = await db.Conversations.Where(conversation => conversation.Id == here).Select(conversation => conversation.Schedule).SingleAsync(cancellationToken);
        var own = new Schedule { ConversationId = shared.ConversationId == here ? others[0] : here };
        own.TakeDaysOf(shared);
        db.Schedules.Add(own);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var follow = own.ConversationId == here ? [here] : others;
        await db.Conversations.Where(conversation => follow.Contains(conversation.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(conversation => EF.Property<Guid>(conversation, Places.ScheduleKey), own.ConversationId), cancellationToken);
    }
}
