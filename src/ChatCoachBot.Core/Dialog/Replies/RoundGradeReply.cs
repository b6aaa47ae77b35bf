using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Intents;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>The grade of an answer to a channel's exercise.</summary>
internal static class RoundGradeReply
{
    /// <summary>As it is shown in the channel, to the one who answered.</summary>
    public static Reply For(Grade grade, ChannelRound round, DateTimeOffset now) => new(
    [
        .. GradeReply.Blocks(grade),
        new Caption(!round.IsOpen(now) ? Texts.RoundOver : grade.Verdict == Verdict.Pass ? Texts.OnlyYouSee : Texts.OnlyYouSeeTryAgain),
    ]);

    /// <summary>As it stays with the learner, who may not have met the coach before.</summary>
    public static Reply Kept(PublishedExercise asked, Grade grade, bool isOpen, bool isNew)
    {
        List<Block> blocks = [new Heading(Texts.RoundAnswerHeading), Passage.Of(asked.Exercise.Prompt), .. GradeReply.Blocks(grade)];
        List<Choice> choices = [];
        if (!isOpen || grade.Verdict != Verdict.Pass)
        {
            blocks.Add(new Caption(isOpen ? Texts.RoundTryAgain : Texts.RoundOverKept));
        }

        if (isNew)
        {
            blocks.Add(new Caption(Texts.OneOfYourOwn));
            choices.Add(Buttons.Start);
        }

        if (grade.Verdict != Verdict.Pass)
        {
            // Something else may be in hand there, so it says what it is about.
            choices.Add(Buttons.IWasRight with { Says = DisputeIntent.SayFor(asked.Key) });
        }

        if (choices.Count > 0)
        {
            blocks.Add(new Choices(choices));
        }

        return new Reply(blocks);
    }
}
