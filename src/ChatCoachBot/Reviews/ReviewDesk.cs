using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Reviews;

/// <summary>Lays out the disputed grades for reviewers, and carries out what they decide.</summary>
public sealed class ReviewDesk(IDbContextFactory<CoachDb> contexts, Writer writer, LibraryCache library, ContentSource content, PracticeSettings practice, Owners owners, Bell bell, TimeProvider time)
{
    private const int MostClosed = 20;

    private const int MostExercises = 50;

    public async Task<Reviewer?> ReviewerAsync(Guid learner, bool isAdmin, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Reviewer.OfAsync(learner, isAdmin, owners, db, cancellationToken);
    }

    /// <param name="page">From 1; one behind the last is the last.</param>
    public async Task<ReviewPile> ReadAsync(Reviewer reviewer, int page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = For(db, reviewer).Where(dispute => dispute.State == DisputeState.Open);
        var inAll = await waiting.CountAsync(cancellationToken);
        page = Math.Clamp(page, 1, Math.Max(1, (inAll + ReviewPile.PageSize - 1) / ReviewPile.PageSize));
        var open = waiting.OrderBy(dispute => dispute.OpenedAt).ThenBy(dispute => dispute.Id).Skip((page - 1) * ReviewPile.PageSize).Take(ReviewPile.PageSize);
        var closed = For(db, reviewer).Where(dispute => dispute.State != DisputeState.Open).OrderByDescending(dispute => dispute.DecidedAt).Take(MostClosed);
        return new ReviewPile(await WithAnswersAsync(db, open, cancellationToken), inAll, page, await WithAnswersAsync(db, closed, cancellationToken), await CountAsync(db, reviewer, cancellationToken));
    }

    /// <returns>One sentence that says why nothing was changed; null when it was decided.</returns>
    public async Task<string?> DecideAsync(Reviewer reviewer, Guid id, Ruling ruling, CancellationToken cancellationToken)
    {
        var problem = await writer.WriteAsync((db, cancel) => DecideAsync(db, reviewer, id, ruling, cancel), cancellationToken);
        if (problem is null)
        {
            bell.Ring(Bell.Outbox);
        }

        return problem;
    }

    /// <summary>The file of an exercise as it would be with every phrase that reviewers added; null when they added none.</summary>
    public async Task<string?> PatchAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var added = await db.Disputes.AsNoTracking()
            .Where(dispute => dispute.ExerciseKey == key && dispute.Phrase != null)
            .OrderBy(dispute => dispute.DecidedAt)
            .ToListAsync(cancellationToken);
        // What is asked has no samples in it: the file has.
        if (added.Count == 0
            || key.Split('/') is not [var path, var name]
            || await content.ReadAsync(path, name, cancellationToken) is not { } files
            || ExerciseReader.Read(files.Exercise, files.Terms).Exercise is not { } exercise)
        {
            return null;
        }

        return ExerciseWriter.Write(PhraseAddition.Add(exercise, [.. added.Select(dispute => new PhraseAddition(dispute.PointId!, dispute.Phrase!))]));
    }

    private async Task<string?> DecideAsync(CoachDb db, Reviewer reviewer, Guid id, Ruling ruling, CancellationToken cancellationToken)
    {
        // In the order in which everybody locks; no answer of the learner comes in between, wherever they write.
        await db.Learners.Where(learner => db.Disputes.Any(dispute => dispute.Id == id && dispute.LearnerId == learner.Id)).Select(learner => learner.Id).Locked().ToListAsync(cancellationToken);
        var conversation = await TurnDesk.Conversations(db).Where(conversation => db.Disputes.Any(dispute => dispute.Id == id && dispute.ConversationId == conversation.Id)).Locked().SingleOrDefaultAsync(cancellationToken);
        var dispute = await db.Disputes.Where(dispute => dispute.Id == id).Locked().FirstOrDefaultAsync(cancellationToken);
        if (dispute is null || conversation is null)
        {
            return Texts.DisputeUnknown;
        }

        if (!reviewer.May(dispute.ExerciseKey.Split('/')[0]))
        {
            return Texts.NotYourPath;
        }

        if (dispute.State != DisputeState.Open)
        {
            return Texts.DecidedAlready;
        }

        var answers = await db.Attempts.Where(attempt => attempt.LearnerId == dispute.LearnerId && attempt.ExerciseKey == dispute.ExerciseKey).ToListAsync(cancellationToken);
        var version = answers.Single(attempt => attempt.Id == dispute.AttemptId).ExerciseVersion;
        var exercise = (await library.FindAsync(db, version, cancellationToken))?.Exercise;
        if (ruling.Addition is { } addition && (exercise is null || !PhraseAddition.Fits(exercise) || exercise.Rubric!.Points.All(point => point.Id != addition.PointId)))
        {
            return Texts.PointUnknown;
        }

        if (await db.Cards.FindAsync([dispute.LearnerId, dispute.ExerciseKey], cancellationToken) is not { } card)
        {
            card = new Card { LearnerId = dispute.LearnerId, ExerciseKey = dispute.ExerciseKey };
            db.Cards.Add(card);
        }

        var now = time.GetUtcNow();
        var reply = ruling.Apply(dispute, answers, card, conversation, exercise, practice.Scheduler, now);
        db.Outbox.Add(OutboxMessage.Of(reply, conversation, OutboxKind.Reply, inReplyTo: null, now));
        return null;
    }

    private static IQueryable<Dispute> For(CoachDb db, Reviewer reviewer)
    {
        if (reviewer.Paths is not { } paths)
        {
            return db.Disputes.AsNoTracking();
        }

        return db.Disputes.AsNoTracking().Where(dispute => db.Attempts.Any(attempt =>
            attempt.Id == dispute.AttemptId && db.Exercises.Any(row => row.Version == attempt.ExerciseVersion && paths.Contains(row.PathId))));
    }

    private async Task<IReadOnlyList<DisputedAnswer>> WithAnswersAsync(CoachDb db, IQueryable<Dispute> disputes, CancellationToken cancellationToken)
    {
        var found = await disputes.ToListAsync(cancellationToken);
        List<long> ids = [.. found.Select(dispute => dispute.AttemptId)];
        var attempts = await db.Attempts.AsNoTracking().Where(attempt => ids.Contains(attempt.Id)).ToDictionaryAsync(attempt => attempt.Id, cancellationToken);
        var answers = new List<DisputedAnswer>();
        foreach (var dispute in found)
        {
            var attempt = attempts[dispute.AttemptId];
            answers.Add(new DisputedAnswer(dispute, attempt, (await library.FindAsync(db, attempt.ExerciseVersion, cancellationToken))?.Exercise));
        }

        return answers;
    }

    /// <summary>The worst rubrics first.</summary>
    private static async Task<IReadOnlyList<ExerciseDisputes>> CountAsync(CoachDb db, Reviewer reviewer, CancellationToken cancellationToken) =>
    [
        .. (await ExerciseDisputes.CountAsync(For(db, reviewer), cancellationToken))
            .OrderByDescending(exercise => exercise.Accepted + exercise.Unclear)
            .ThenByDescending(exercise => exercise.Disputed)
            .ThenBy(exercise => exercise.Key, StringComparer.Ordinal)
            .Take(MostExercises),
    ];
}
