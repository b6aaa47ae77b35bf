using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>An exercise as it is asked.</summary>
internal static class ExerciseReply
{
    public static Reply For(PublishedExercise published, PublishedPath? path, string heading)
    {
        var exercise = published.Exercise;
        return new(
        [
            .. Heading(exercise, path, heading),
            .. Task(exercise),
            new Caption(Texts.HowToAnswer(exercise)),
            new AnswerForm(published.Version, exercise.Options.Count == 0),
            new Choices([.. Buttons.Options(exercise), Buttons.Hint, Buttons.Skip, Buttons.ModelAnswer]),
        ]);
    }

    /// <summary>As it is put to a channel, where everybody answers for themselves.</summary>
    public static Reply ForChannel(PublishedExercise published, PublishedPath path, ChannelRound round, Schedule schedule)
    {
        var exercise = published.Exercise;
        return new(
        [
            .. Heading(exercise, path, Texts.ChannelHeading),
            .. Task(exercise),
            new Caption(Texts.HowToAnswerInChannel(round, schedule)),
            new AnswerForm(published.Version, exercise.Options.Count == 0, round.Id),
            .. Options(exercise),
        ]);
    }

    private static IEnumerable<Block> Options(Exercise exercise)
    {
        if (exercise.Options.Count > 0)
        {
            yield return new Choices([.. Buttons.Options(exercise)]);
        }
    }

    private static IEnumerable<Block> Heading(Exercise exercise, PublishedPath? path, string heading)
    {
        yield return new Heading(heading);
        yield return new Caption(string.Join(" · ", Labels(exercise, path)));
        var term = TermExercise.Is(exercise) ? path?.Info.Terms.FirstOrDefault(term => term.Id == exercise.Terms[0]) : null;
        foreach (var block in term is null ? [] : TermReply.Card(term))
        {
            yield return block;
        }
    }

    private static IEnumerable<string> Labels(Exercise exercise, PublishedPath? path)
    {
        yield return TermExercise.Is(exercise) ? Texts.TermKind : Texts.Kind(exercise.Kind);
        if (path?.Info.Topics.FirstOrDefault(topic => topic.Id == exercise.Topic) is { } topic)
        {
            yield return topic.Title;
        }

        if (exercise.Audience is { } audience)
        {
            yield return $"for: {audience}";
        }
    }

    /// <summary>What is to be done, without a heading.</summary>
    public static IEnumerable<Block> Task(Exercise exercise)
    {
        yield return Passage.Of(exercise.Prompt);
        if (exercise.Text is { } text)
        {
            yield return Passage.Of(text);
        }

        if (exercise.Options.Count > 0)
        {
            yield return new Bullets([.. exercise.Options.Select(option => option.Text)], Numbered: true);
        }
    }
}
