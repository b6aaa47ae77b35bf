using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>What is said when a grade is disputed, and when that is decided.</summary>
internal static class DisputeReply
{
    /// <summary>For those who look after the path: all it takes to judge, but not who it was.</summary>
    public static Reply ForOwner(AnswerInQuestion answer, Uri? pages)
    {
        List<Block> blocks = [new Heading(Texts.DisputeHeading)];
        if (answer.Exercise is { Exercise: var exercise })
        {
            blocks.Add(new Paragraph(Texts.Title(exercise)));
        }

        blocks.Add(new Caption(Texts.DisputedAnswer));
        blocks.Add(new Passage(answer.Attempt.Answer));
        blocks.Add(new ScoreBar(answer.Attempt.Score, answer.Attempt.Verdict, Texts.Verdict(answer.Attempt.Verdict)));
        blocks.Add(new Paragraph(Texts.ReviewHow(pages)));
        return new Reply(blocks);
    }

    public static Reply ForLearner(Dispute dispute, Exercise? exercise)
    {
        List<Block> blocks = [new Heading(Texts.DisputeDecidedHeading), new Paragraph(Texts.Decided(dispute.State, exercise))];
        if (dispute.Word is { } word)
        {
            blocks.Add(new Caption(Texts.ReviewersWord));
            blocks.Add(new Passage(word));
        }

        return new Reply(blocks);
    }
}
