using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Learners;

/// <summary>Makes one learner of two: what either did is kept, and a card that both have is reckoned from the answers of both.</summary>
internal static class Joining
{
    /// <param name="here">Where the code was entered: its learner becomes one with the maker of the code.</param>
    public static async Task CarryOutAsync(CoachDb db, JoinWish join, Conversation here, FsrsScheduler scheduler, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (stays, goes) = (join.Offer.Maker.Learner.Id, here.Learner.Id);
        var conversations = await Places.LockAsync(db, [stays, goes], here.Id, cancellationToken);
        await UseUpAsync(db, join.Offer.Code, stays, goes, cancellationToken);
        await PlaceOldAnswersAsync(db, stays, cancellationToken);
        await PlaceOldAnswersAsync(db, goes, cancellationToken);
        await MoveRoundAnswersAsync(db, stays, goes, cancellationToken);
        await MoveAnswersAsync(db, stays, goes, cancellationToken);
        await MoveCardsAsync(db, stays, goes, scheduler, cancellationToken);
        await Places.ShareScheduleAsync(db, conversations, join.Home, cancellationToken);
        await db.Identities.Where(identity => identity.LearnerId == goes).ExecuteUpdateAsync(set => set.SetProperty(identity => identity.LearnerId, stays), cancellationToken);
        // A platform that knows a zone must not change the one that both have now.
        await db.Conversations.Where(conversation => conversations.Contains(conversation.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(conversation => EF.Property<Guid>(conversation, Places.LearnerKey), stays).SetProperty(conversation => conversation.ZoneAsked, true), cancellationToken);
        await JoinAsync(db, stays, goes, join.Home, conversations, now, cancellationToken);
    }

    /// <summary>The other codes and links were given to each alone: what they open is more from now on.</summary>
    private static async Task UseUpAsync(CoachDb db, string code, Guid stays, Guid goes, CancellationToken cancellationToken)
    {
        var hash = OneTimeCode.HashOf(code);
        if (await db.OneTimeCodes.Where(known => known.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw new DbUpdateConcurrencyException("The code was used meanwhile.");
        }

        await db.OneTimeCodes.Where(known => known.LearnerId == stays || known.LearnerId == goes).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Answers of before their place was kept were given in the only one there was, and go with it when the learners part.</summary>
    private static async Task PlaceOldAnswersAsync(CoachDb db, Guid learner, CancellationToken cancellationToken)
    {
        var places = await db.Conversations
            .Where(conversation => EF.Property<Guid>(conversation, Places.LearnerKey) == learner)
            .Select(conversation => conversation.Id)
            .Take(2)
            .ToListAsync(cancellationToken);
        if (places is [var only])
        {
            await db.Attempts
                .Where(attempt => attempt.LearnerId == learner && attempt.ConversationId == null)
                .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.ConversationId, only), cancellationToken);
        }
    }

    /// <summary>In a round that both answered, the best of both counts.</summary>
    private static async Task MoveRoundAnswersAsync(CoachDb db, Guid stays, Guid goes, CancellationToken cancellationToken)
    {
        var kept = await db.RoundAnswers.Where(answer => answer.LearnerId == stays).ToDictionaryAsync(answer => answer.RoundId, cancellationToken);
        foreach (var other in await db.RoundAnswers.Where(answer => answer.LearnerId == goes).ToListAsync(cancellationToken))
        {
            if (kept.TryGetValue(other.RoundId, out var own))
            {
                own.PointsMet = [.. own.PointsMet.Union(other.PointsMet, StringComparer.Ordinal)];
                own.Passed |= other.Passed;
                db.RoundAnswers.Remove(other);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await db.RoundAnswers.Where(answer => answer.LearnerId == goes).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.LearnerId, stays), cancellationToken);
    }

    private static async Task MoveAnswersAsync(CoachDb db, Guid stays, Guid goes, CancellationToken cancellationToken)
    {
        await db.Attempts.Where(attempt => attempt.LearnerId == goes).ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.LearnerId, stays), cancellationToken);
        await db.Disputes.Where(dispute => dispute.LearnerId == goes).ExecuteUpdateAsync(set => set.SetProperty(dispute => dispute.LearnerId, stays), cancellationToken);
    }

    private static async Task MoveCardsAsync(CoachDb db, Guid stays, Guid goes, FsrsScheduler scheduler, CancellationToken cancellationToken)
    {
        var twice = await db.Cards.Where(card => card.LearnerId == stays)
            .Join(db.Cards.Where(card => card.LearnerId == goes), card => card.ExerciseKey, card => card.ExerciseKey, (kept, other) => new { Kept = kept, Other = other })
            .ToListAsync(cancellationToken);
        List<string> keys = [.. twice.Select(pair => pair.Kept.ExerciseKey)];
        var answers = (await db.Attempts.AsNoTracking().Where(attempt => attempt.LearnerId == stays && keys.Contains(attempt.ExerciseKey)).ToListAsync(cancellationToken))
            .ToLookup(attempt => attempt.ExerciseKey);
        foreach (var pair in twice)
        {
            pair.Kept.Join(pair.Other);
            pair.Kept.Replay(answers[pair.Kept.ExerciseKey], scheduler);
            db.Cards.Remove(pair.Other);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await db.Cards.Where(card => card.LearnerId == goes).ExecuteUpdateAsync(set => set.SetProperty(card => card.LearnerId, stays), cancellationToken);
    }

    private static async Task JoinAsync(CoachDb db, Guid stays, Guid goes, Guid home, List<Guid> conversations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var learners = await db.Learners.Where(learner => learner.Id == stays || learner.Id == goes).ToDictionaryAsync(learner => learner.Id, cancellationToken);
        var schedule = await db.Schedules.AsNoTracking().SingleAsync(schedule => schedule.ConversationId == home, cancellationToken);
        var practised = await db.Attempts.Where(attempt => attempt.LearnerId == stays).Select(attempt => attempt.LocalDate).Distinct().ToListAsync(cancellationToken);
        learners[stays].Join(learners[goes], practised, schedule, now);
        if (learners[stays].PathId is not null)
        {
            // Nobody is welcomed twice.
            var hasTime = schedule.Time is not null;
            await db.Conversations
                .Where(conversation => conversations.Contains(conversation.Id) && (hasTime || conversation.Step != Step.ChoosingTime))
                .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.Step, Step.Practising), cancellationToken);
        }

        db.Learners.Remove(learners[goes]);
    }
}
