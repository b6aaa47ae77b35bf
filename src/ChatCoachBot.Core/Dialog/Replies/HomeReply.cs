using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>What a learner's home page shows: the day's exercise, and how far they have come.</summary>
public static class HomeReply
{
    /// <summary>For who has not begun.</summary>
    public static Reply Welcome() => Reply.Of(new Heading(Texts.HomeHeading), new Paragraph(Texts.Greeting), new Choices([Buttons.Start]));

    /// <param name="past">What the learner answered within <see cref="PastAttempt.LookBack"/>.</param>
    public static Reply For(Conversation conversation, PublishedPath path, CardBox cards, IReadOnlyList<PastAttempt> past, PracticeSettings practice, DateTimeOffset now)
    {
        var (schedule, streak) = (conversation.Schedule, conversation.Learner.Streak);
        var today = LocalClock.DateAt(now, schedule.TimeZone);
        var done = path.Syllabus.Select(exercise => cards.Find(exercise.Key)).OfType<Card>().Where(card => card.Attempts > 0).ToList();
        return new Reply(
        [
            new Heading(Texts.TodayHeading),
            .. Today(conversation, path, cards, today),
            new Heading(path.Info.Title),
            new Facts(
            [
                new Fact(Texts.StreakLabel, Texts.StreakInShort(streak.Current(schedule, now), streak.Settle(schedule, now).Freezes)),
                .. ProgressReply.Memory(conversation, path, cards, past, now),
                .. ProgressReply.Figures(path, cards, done, schedule, now),
            ]),
            new Caption(Texts.MasteryByTopic),
            ProgressReply.Mastery(path, cards, new Picker(cards, practice.Scheduler, now, schedule.TimeZone)),
        ]);
    }

    private static IEnumerable<Block> Today(Conversation conversation, PublishedPath path, CardBox cards, DateOnly today)
    {
        if (conversation is not { TodayKey: { } key } || conversation.TodayOn != today || path.Exercise(key) is not { } exercise)
        {
            return [new Paragraph(Texts.TodayNotYet), new Choices([Buttons.Today])];
        }

        if (conversation.TodayDone)
        {
            return [new Paragraph(Texts.TodayPassed), new Choices([Buttons.Next, Buttons.Quiz])];
        }

        return
        [
            new Caption(Texts.Kind(exercise.Exercise.Kind)),
            .. ExerciseReply.Task(exercise.Exercise),
            new AnswerForm(exercise.Version, exercise.Exercise.Options.Count == 0),
            new Choices([.. Buttons.Options(exercise.Exercise), Buttons.Hint, Buttons.Skip]),
        ];
    }
}
