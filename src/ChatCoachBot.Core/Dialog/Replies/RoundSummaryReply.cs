using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>What a channel reads when a round closes: a model answer, and how it went for all together. It names no person and no score.</summary>
public static class RoundSummaryReply
{
    public static Reply For(Exercise exercise, IReadOnlyList<ChannelAnswer> answers)
    {
        List<Block> blocks = [new Heading(Texts.RoundClosedHeading), new Paragraph(Texts.Answered(answers.Count, answers.Count(answer => answer.Passed)))];
        if (MissedMost(exercise, answers) is { } point)
        {
            blocks.Add(new Paragraph(Texts.MissedMost(point.Missed)));
        }

        blocks.Add(new Caption(Texts.ModelAnswerHeading));
        blocks.Add(Passage.Of(exercise.ModelAnswer));
        return new Reply(blocks);
    }

    /// <summary>The first of the points that most learners missed; null when it would tell of one of them.</summary>
    private static Point? MissedMost(Exercise exercise, IReadOnlyList<ChannelAnswer> answers) =>
        (exercise.Rubric?.Points ?? [])
            .Select(point => (Point: point, Missed: answers.Count(answer => !answer.PointsMet.Contains(point.Id))))
            .Where(missed => answers.Count >= Texts.FewestToTell && missed.Missed > 1)
            .OrderByDescending(missed => missed.Missed)
            .Select(missed => missed.Point)
            .FirstOrDefault();
}
