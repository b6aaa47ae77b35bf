using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>How far a learner has come on a path.</summary>
internal static class ProgressReply
{
    public static Reply For(PublishedPath path, CardBox cards, Schedule schedule, DateTimeOffset now)
    {
        var practised = path.Syllabus.Select(exercise => cards.Find(exercise.Key)).OfType<Card>().Where(card => card.Attempts > 0).ToList();
        return Reply.Of(
            new Heading(path.Info.Title),
            new Paragraph(Texts.Practised(practised.Count, path.Syllabus.Count)),
            new Facts([.. Figures(path, cards, practised, schedule, now)]),
            new Caption(Texts.PassedByTopic),
            Topics(path, cards),
            new Choices([Buttons.Next, Buttons.Quiz]));
    }

    public static Bars Topics(PublishedPath path, CardBox cards) => new([.. path.Info.Topics.Select(topic => Bar(topic, path, cards))]);

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

    private static Bar Bar(Topic topic, PublishedPath path, CardBox cards)
    {
        var exercises = path.Syllabus.Where(item => item.Exercise.Topic == topic.Id).ToList();
        var passed = exercises.Count(item => cards.Find(item.Key) is { Passed: true });
        return new Bar(topic.Title, exercises.Count == 0 ? 0 : (double)passed / exercises.Count, Texts.Of(passed, exercises.Count));
    }
}
