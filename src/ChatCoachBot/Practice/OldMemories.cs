using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Practice;

/// <summary>Reckons cards anew that another algorithm made, from what was answered. Until its turn such a card counts as due.</summary>
internal sealed partial class OldMemories(Writer writer, IDbContextFactory<CoachDb> contexts, PracticeSettings practice, ILogger<OldMemories> log) : BackgroundService
{
    /// <summary>How many cards share a commit.</summary>
    private const int Batch = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var done = 0;
            while (await LearnersAsync(stoppingToken) is { Count: > 0 } learners)
            {
                done += await writer.WriteAsync((db, cancel) => ReplayAsync(db, learners, cancel), stoppingToken);
            }

            if (done > 0)
            {
                LogDone(log, done);
            }
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // Nothing is lost by it: those cards are asked once more, and the next start tries again.
            LogNotDone(log, FaultText.Of(fault));
        }
    }

    private static IQueryable<Card> Old(CoachDb db) => db.Cards.Where(card => card.Algorithm != FsrsScheduler.Version && card.Attempts > 0);

    private async Task<List<Guid>> LearnersAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Old(db).Select(card => card.LearnerId).Take(Batch).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<int> ReplayAsync(CoachDb db, List<Guid> learners, CancellationToken cancellationToken)
    {
        var cards = await Old(db).Where(card => learners.Contains(card.LearnerId)).ToListAsync(cancellationToken);
        var attempts = (await db.Attempts.AsNoTracking().Where(attempt => learners.Contains(attempt.LearnerId)).ToListAsync(cancellationToken))
            .ToLookup(attempt => (attempt.LearnerId, attempt.ExerciseKey));
        foreach (var card in cards)
        {
            card.Replay(attempts[(card.LearnerId, card.ExerciseKey)], practice.Scheduler);
        }

        await CountDaysAsync(db, learners, attempts, cancellationToken);
        await db.SaveManyAsync(cancellationToken);
        return cards.Count;
    }

    /// <summary>Streaks of before they were kept.</summary>
    private static async Task CountDaysAsync(CoachDb db, List<Guid> learners, ILookup<(Guid Learner, string Exercise), Attempt> attempts, CancellationToken cancellationToken)
    {
        var days = attempts.SelectMany(answered => answered).ToLookup(attempt => attempt.LearnerId, attempt => attempt.LocalDate);
        foreach (var conversation in await TurnDesk.Conversations(db).Where(conversation => learners.Contains(conversation.Learner.Id)).ToListAsync(cancellationToken))
        {
            if (conversation.Learner.Streak.LastOn is null)
            {
                conversation.Learner.Streak = Streak.Merge(Streak.None, Streak.None, days[conversation.Learner.Id], conversation.Schedule);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} cards of an older algorithm were reckoned anew.")]
    private static partial void LogDone(ILogger log, int count);

    [LoggerMessage(LogLevel.Warning, "Cards of an older algorithm could not be reckoned anew; the next start tries again: {Fault}")]
    private static partial void LogNotDone(ILogger log, string fault);
}
