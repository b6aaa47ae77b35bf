using System.Runtime.CompilerServices;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.OwnData;

/// <summary>
/// Reads what the coach keeps about one learner. Answers come in pages, each by a short query of its own: however many there are and
/// however slowly somebody downloads them, little of them is in memory, and no reader stands in a writer's way.
/// </summary>
internal sealed class OwnDataSource(IDbContextFactory<CoachDb> contexts, LibraryCache library, TimeProvider time)
{
    private const int PageSize = 250;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <returns>Null for who is nobody any more.</returns>
    public async Task<LearnerEntry?> LearnerAsync(Guid learner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Learners.AsNoTracking().FirstOrDefaultAsync(known => known.Id == learner, cancellationToken) is { } found ? LearnerEntry.Of(found) : null;
    }

    public async Task<IReadOnlyList<IdentityEntry>> IdentitiesAsync(Guid learner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var identities = await db.Identities.AsNoTracking()
            .Where(identity => identity.LearnerId == learner)
            .OrderBy(identity => identity.Platform)
            .ThenBy(identity => identity.UserId)
            .ToListAsync(cancellationToken);
        return [.. identities.Select(IdentityEntry.Of)];
    }

    public async Task<IReadOnlyList<ConversationEntry>> ConversationsAsync(Guid learner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var conversations = await TurnDesk.Conversations(db).AsNoTracking()
            .Where(conversation => conversation.Learner.Id == learner)
            .OrderBy(conversation => conversation.Id)
            .ToListAsync(cancellationToken);
        return [.. conversations.Select(ConversationEntry.Of)];
    }

    /// <summary>One for each exercise at most, so there are as many as content has.</summary>
    public async Task<IReadOnlyList<CardEntry>> CardsAsync(Guid learner, CancellationToken cancellationToken) =>
        [.. (await CardRowsAsync(learner, cancellationToken)).Select(CardEntry.Of)];

    /// <summary>One for each exercise of a channel, so one a day.</summary>
    public async Task<IReadOnlyList<ChannelAnswerEntry>> ChannelAnswersAsync(Guid learner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RoundAnswers
            .Where(answer => answer.LearnerId == learner)
            .Join(db.Rounds, answer => answer.RoundId, round => round.Id, (answer, round) => new { answer.Passed, answer.PointsMet, round.OpenedAt, round.ExerciseVersion })
            .Join(db.Exercises, answer => answer.ExerciseVersion, exercise => exercise.Version, (answer, exercise) => new { Answer = answer, exercise.PathId, exercise.ExerciseId })
            .OrderBy(found => found.Answer.OpenedAt)
            .Select(found => new ChannelAnswerEntry(
                found.Answer.OpenedAt, found.PathId + "/" + found.ExerciseId, found.Answer.ExerciseVersion, found.Answer.Passed, found.Answer.PointsMet))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Every answer, the oldest first.</summary>
    public async IAsyncEnumerable<AttemptEntry> AttemptsAsync(Guid learner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var titles = new Dictionary<long, string>();
        var (at, id) = (DateTimeOffset.MinValue, 0L);
        while (true)
        {
            var page = await PageAsync(learner, at, id, titles, cancellationToken);
            foreach (var (attempt, dispute) in page)
            {
                (at, id) = (attempt.At, attempt.Id);
                yield return AttemptEntry.Of(attempt, titles.GetValueOrDefault(attempt.ExerciseVersion), dispute);
            }

            if (page.Count < PageSize)
            {
                yield break;
            }
        }
    }

    /// <summary>The paths that the learner is on or has practised, and the cards that tell which of their terms are known.</summary>
    public async Task<(IReadOnlyList<PublishedPath> Paths, CardBox Cards)> GlossaryAsync(Guid learner, CancellationToken cancellationToken)
    {
        var cards = await CardRowsAsync(learner, cancellationToken);
        var own = (await LearnerAsync(learner, cancellationToken))?.Path;
        var practised = cards.Select(card => card.ExerciseKey.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        return ([.. library.Current.Paths.Where(path => path.Info.Id == own || practised.Contains(path.Info.Id))], new CardBox(learner, cards));
    }

    private async Task<List<Card>> CardRowsAsync(Guid learner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Cards.AsNoTracking().Where(card => card.LearnerId == learner).OrderBy(card => card.ExerciseKey).ToListAsync(cancellationToken);
    }

    /// <param name="at">The last one that was read, so that the next are found by the index.</param>
    /// <param name="titles">Those of the exercises so far, by version; takes in the new ones.</param>
    private async Task<IReadOnlyList<(Attempt Attempt, Dispute? Dispute)>> PageAsync(
        Guid learner, DateTimeOffset at, long id, Dictionary<long, string> titles, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var attempts = await db.Attempts.AsNoTracking()
            .Where(attempt => attempt.LearnerId == learner && attempt.At >= at && (attempt.At > at || attempt.Id > id))
            .OrderBy(attempt => attempt.At)
            .ThenBy(attempt => attempt.Id)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        List<long> unknown = [.. attempts.Select(attempt => attempt.ExerciseVersion).Where(version => !titles.ContainsKey(version)).Distinct()];
        if (unknown.Count > 0)
        {
            var exercises = await db.Exercises
                .Where(exercise => unknown.Contains(exercise.Version))
                .Select(exercise => new { exercise.Version, exercise.Title, exercise.Prompt })
                .ToListAsync(cancellationToken);
            exercises.ForEach(exercise => titles[exercise.Version] = Texts.Title(exercise.Title, exercise.Prompt));
        }

        List<long> ids = [.. attempts.Select(attempt => attempt.Id)];
        var disputes = await db.Disputes.AsNoTracking().Where(dispute => ids.Contains(dispute.AttemptId)).ToDictionaryAsync(dispute => dispute.AttemptId, cancellationToken);
        return [.. attempts.Select(attempt => (attempt, disputes.GetValueOrDefault(attempt.Id)))];
    }
}
