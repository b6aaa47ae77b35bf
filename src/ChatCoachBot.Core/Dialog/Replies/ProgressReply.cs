using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>How far a learner has come on a path.</summary>
public static class ProgressReply
{
    /// <summary>From this chance on to recall it now, a thing is fresh.</summary>
    private const double Fresh = 0.7;

    private const int RetentionDays = 30;

    /// <param name="past">What the learner answered within <see cref="PastAttempt.LookBack"/>.</param>
    public static Reply For(Conversation conversation, PublishedPath path, CardBox cards, IReadOnlyList<PastAttempt> past, PracticeSettings practice, DateTimeOffset now)
    {
        var (schedule, streak) = (conversation.Schedule, conversation.Learner.Streak);
        var practised = path.Syllabus.Select(exercise => cards.Find(exercise.Key)).OfType<Card>().Where(card => card.Attempts > 0).ToList();
        var picker = new Picker(cards, practice.Scheduler, now, schedule.TimeZone);
        var due = picker.Due(path.Syllabus).Count();
        var weeks = PracticeWeek.Of(past, Weeks.MondayOf(LocalClock.DateAt(now, schedule.TimeZone)));
        var weak = WeakPoints.Of(path, past);
        return new Reply(
        [
            new Heading(path.Info.Title),
            new Paragraph(Texts.Practised(practised.Count, path.Syllabus.Count)),
            new Facts(
            [
                new Fact(Texts.StreakLabel, Texts.StreakDays(streak.Current(schedule, now), streak.Longest)),
                new Fact(Texts.FreezesLabel, Texts.Freezes(streak.Settle(schedule, now).Freezes)),
                .. Memory(conversation, path, cards, past, now),
                .. Figures(path, cards, practised, schedule, now),
            ]),
            new Caption(Texts.MasteryByTopic),
            Mastery(path, cards, picker),
            .. weak.Count == 0 ? [] : (Block[])[new Caption(Texts.LeavesOut), new Bullets(weak)],
            .. weeks.Any(week => week.Answers > 0) ? [new Chart(Texts.ChartTitle, weeks)] : (Block[])[],
            new Choices([.. due == 0 ? [] : (Choice[])[new Choice(Texts.DueButton(Math.Min(due, practice.RoundSize)), Intents.ReviewIntent.Said)], Buttons.Next, Buttons.Quiz]),
        ]);
    }

    /// <summary>What was passed and is still fresh, by topic.</summary>
    public static Bars Mastery(PublishedPath path, CardBox cards, Picker picker) =>
        new([.. path.Info.Topics.Select(topic => Bar(topic, path, item => cards.Find(item.Key) is { Passed: true } card && picker.Retrievability(card) >= Fresh))]);

    /// <summary>How much is remembered, and what is to be reviewed.</summary>
    public static IEnumerable<Fact> Memory(Conversation conversation, PublishedPath path, CardBox cards, IReadOnlyList<PastAttempt> past, DateTimeOffset now)
    {
        var schedule = conversation.Schedule;
        yield return new Fact(Texts.RetentionLabel, Texts.Retention(Recall.Of(past.Where(attempt => now - attempt.At <= TimeSpan.FromDays(RetentionDays)))));
        yield return new Fact(Texts.DueLabel, Texts.Due(DueOutlook.Of(path, cards, schedule.TimeZone, now), schedule, now));
    }

    public static IEnumerable<Fact> Figures(PublishedPath path, CardBox cards, List<Card> practised, Schedule schedule, DateTimeOffset now)
    {
        yield return new Fact(Texts.PassedLabel, Texts.Of(practised.Count(card => card.Passed), path.Syllabus.Count));
        yield return new Fact(Texts.TermsLabel, Texts.Of(
            path.Syllabus.Count(item => TermExercise.Is(item.Exercise) && cards.Find(item.Key) is { Passed: true }),
            path.Info.Terms.Count));
        if (practised.Count > 0)
        {
            yield return new Fact(Texts.AverageLabel, Texts.Percent(practised.Average(card => card.BestScore)));
        }

        if (schedule.NextDue is { } next)
        {
            yield return new Fact(Texts.NextPromptLabel, Texts.Day(next, schedule, now));
        }
    }

    private static Bar Bar(Topic topic, PublishedPath path, Func<PublishedExercise, bool> counts)
    {
        var exercises = path.Syllabus.Where(item => item.Exercise.Topic == topic.Id).ToList();
        var passed = exercises.Count(counts);
        return new Bar(topic.Title, exercises.Count == 0 ? 0 : (double)passed / exercises.Count, Texts.Of(passed, exercises.Count));
    }
}
