using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Reviews;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Practice;

/// <summary>How a team practises, in sums: nobody shows through them who does not want to.</summary>
/// <param name="Learners">How many have chosen a path.</param>
/// <param name="ActiveInWeek">How many of them answered in the last seven days.</param>
/// <param name="ActiveInMonth">The same for thirty.</param>
/// <param name="Weeks">The last eight, the oldest first.</param>
/// <param name="Topics">How well each topic is remembered, where enough people were asked.</param>
/// <param name="Hardest">The exercises that are passed least often, where enough people answered.</param>
/// <param name="Disputes">By exercise: how many grades were disputed, and how many of them rightly.</param>
/// <param name="Sharing">Those who let their own figures be seen.</param>
public sealed record TeamFigures(
    int Learners,
    int ActiveInWeek,
    int ActiveInMonth,
    int AnswersInMonth,
    IReadOnlyList<WeekFigure> Weeks,
    IReadOnlyList<TopicFigure> Topics,
    IReadOnlyList<ExerciseFigure> Hardest,
    IReadOnlyList<DisputedExercise> Disputes,
    IReadOnlyList<PersonFigure> Sharing)
{
    /// <summary>A sum over fewer people would tell of one of them.</summary>
    public const int FewestPeople = 5;

    /// <summary>How many days topics and exercises are looked at.</summary>
    public const int Window = 56;

    private const int Month = 30;
    private const int Week = 7;
    private const int Most = 10;

    public static async Task<TeamFigures> ReadAsync(CoachDb db, Library library, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (week, month, window) = (today.AddDays(-Week), today.AddDays(-Month), today.AddDays(-Window));
        var inMonth = await db.Attempts.Where(attempt => attempt.LocalDate > month).CountAsync(cancellationToken);
        var answered = await db.Attempts
            .Where(attempt => attempt.LocalDate > window)
            .GroupBy(attempt => attempt.ExerciseKey)
            .Select(group => new Answered(
                group.Key,
                group.Count(),
                group.Count(attempt => attempt.Verdict == Verdict.Pass),
                group.Select(attempt => attempt.LearnerId).Distinct().Count(),
                group.Count(attempt => attempt.Recalled != null),
                group.Count(attempt => attempt.Recalled == true),
                group.Where(attempt => attempt.Recalled != null).Select(attempt => attempt.LearnerId).Distinct().Count()))
            .ToListAsync(cancellationToken);
        return new TeamFigures(
            await JoinedIn(db).CountAsync(cancellationToken),
            await ActiveAsync(db, week, cancellationToken),
            await ActiveAsync(db, month, cancellationToken),
            inMonth,
            await WeeksAsync(db, today, cancellationToken),
            TopicsOf(library, answered),
            HardestOf(library, answered),
            [
                .. (await ExerciseDisputes.CountAsync(db.Disputes, cancellationToken))
                    .OrderByDescending(exercise => exercise.Disputed)
                    .Take(Most)
                    .Select(exercise => new DisputedExercise(Find(library, exercise.Key), exercise)),
            ],
            await SharingAsync(db, month, cancellationToken));
    }

    /// <summary>How many people answered on the days behind this one.</summary>
    internal static Task<int> ActiveAsync(CoachDb db, DateOnly after, CancellationToken cancellationToken) =>
        PeopleAsync(db.Attempts.Where(attempt => attempt.LocalDate > after), cancellationToken);

    /// <summary>People with a path: a channel that practises has one too, and its learner is nobody.</summary>
    private static IQueryable<Learner> JoinedIn(CoachDb db) => db.Learners.Where(learner =>
        learner.PathId != null && db.Conversations.Any(conversation => !conversation.IsChannel && conversation.Learner.Id == learner.Id));

    /// <summary>Counted in a group of all, since a list of the different ones would have SQLite walk through every attempt there ever was.</summary>
    private static Task<int> PeopleAsync(IQueryable<Attempt> attempts, CancellationToken cancellationToken) =>
        attempts.GroupBy(_ => 1).Select(group => group.Select(attempt => attempt.LearnerId).Distinct().Count()).SingleOrDefaultAsync(cancellationToken);

    private static async Task<IReadOnlyList<WeekFigure>> WeeksAsync(CoachDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var weeks = new List<WeekFigure>();
        foreach (var monday in Enumerable.Range(1 - PracticeWeek.Shown, PracticeWeek.Shown).Select(week => Core.Scheduling.Weeks.MondayOf(today).AddDays(Week * week)))
        {
            var next = monday.AddDays(Week);
            var end = new DateTimeOffset(next, default, TimeSpan.Zero);
            var active = await PeopleAsync(db.Attempts.Where(attempt => attempt.LocalDate >= monday && attempt.LocalDate < next), cancellationToken);
            var enrolled = await JoinedIn(db).CountAsync(learner => learner.JoinedAt < end, cancellationToken);
            weeks.Add(new WeekFigure(monday, active < FewestPeople ? null : active, enrolled));
        }

        return weeks;
    }

    /// <summary>The people of a topic are at least those of its most answered exercise.</summary>
    private static List<TopicFigure> TopicsOf(Library library, List<Answered> answered)
    {
        var byKey = answered.ToDictionary(one => one.Key, StringComparer.Ordinal);
        return
        [
            .. library.Paths.SelectMany(path => path.Info.Topics.Select(topic =>
            {
                var reviewed = path.Syllabus.Where(item => item.Exercise.Topic == topic.Id).Select(item => byKey.GetValueOrDefault(item.Key)).OfType<Answered>().Where(one => one.Reviews > 0).ToList();
                return reviewed.Count > 0 && reviewed.Max(one => one.Reviewers) >= FewestPeople
                    ? new TopicFigure(topic.Title, (double)reviewed.Sum(one => one.Recalled) / reviewed.Sum(one => one.Reviews), reviewed.Sum(one => one.Reviews))
                    : null;
            }).OfType<TopicFigure>()),
        ];
    }

    private static List<ExerciseFigure> HardestOf(Library library, List<Answered> answered) =>
    [
        .. answered
            .Where(one => one.People >= FewestPeople)
            .OrderBy(one => (double)one.Passed / one.Answers)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => Find(library, one.Key) is { } exercise ? new ExerciseFigure(exercise, (double)one.Passed / one.Answers, one.Answers) : null)
            .OfType<ExerciseFigure>()
            .Take(Most),
    ];

    private static Exercise? Find(Library library, string key) => library.Path(key.Split('/')[0])?.Exercise(key)?.Exercise;

    private static async Task<IReadOnlyList<PersonFigure>> SharingAsync(CoachDb db, DateOnly since, CancellationToken cancellationToken)
    {
        var people = await db.Learners
            .Where(learner => learner.SharesProgress && learner.Name != null)
            .OrderBy(learner => learner.Name)
            .Select(learner => new
            {
                learner.Name,
                learner.Streak,
                Days = db.Attempts.Where(attempt => attempt.LearnerId == learner.Id && attempt.LocalDate > since).Select(attempt => attempt.LocalDate).Distinct().Count(),
                Reviews = db.Attempts.Count(attempt => attempt.LearnerId == learner.Id && attempt.LocalDate > since && attempt.Recalled != null),
                Recalled = db.Attempts.Count(attempt => attempt.LearnerId == learner.Id && attempt.LocalDate > since && attempt.Recalled == true),
            })
            .Take(Most * Most)
            .ToListAsync(cancellationToken);
        return [.. people.Select(person => new PersonFigure(person.Name!, person.Days, person.Streak.Longest, new Recall(person.Reviews, person.Reviews == 0 ? null : (double)person.Recalled / person.Reviews)))];
    }

    private sealed record Answered(string Key, int Answers, int Passed, int People, int Reviews, int Recalled, int Reviewers);
}

/// <param name="Active">How many people answered; null where they were so few that it would tell of one of them.</param>
/// <param name="Enrolled">How many had joined by its end.</param>
public sealed record WeekFigure(DateOnly Monday, int? Active, int Enrolled);

/// <param name="Share">Of what was learnt before, how much was still known, 0..1.</param>
public sealed record TopicFigure(string Title, double Share, int Reviews);

/// <param name="Share">How many of the answers passed, 0..1.</param>
public sealed record ExerciseFigure(Exercise Exercise, double Share, int Answers);

/// <param name="Exercise">Null when it has left its path.</param>
public sealed record DisputedExercise(Exercise? Exercise, ExerciseDisputes Counts);

/// <param name="Days">Practised in the last thirty.</param>
/// <param name="Longest">The longest streak, in days.</param>
public sealed record PersonFigure(string Name, int Days, int Longest, Recall Recall);
