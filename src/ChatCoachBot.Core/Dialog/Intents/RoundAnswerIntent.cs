using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>An answer to a channel's exercise. Who gave it alone reads the grade: there, and once more where it stays.</summary>
public sealed class RoundAnswerIntent : Intent
{
    public override bool NeedsAllCards => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Round is not { } round || turn.Exercise is not { } asked)
        {
            turn.Say(Texts.RoundGone);
            return;
        }

        var grade = asked.Grader.Grade(rest);
        if (!grade.Understood)
        {
            turn.Say(grade.Notes.Count > 0 ? grade.Notes[0] : Texts.NoText);
            return;
        }

        var attempt = turn.Take(asked, rest, grade);
        var passed = grade.Verdict == Verdict.Pass;
        // One mark is enough for everybody to see.
        var isMarked = passed && round.IsOpen(turn.Now) && turn.RoundAnswer is not { Passed: true };
        if (round.IsOpen(turn.Now))
        {
            turn.Count(attempt.PointsMet, passed);
        }

        var kept = RoundGradeReply.Kept(asked, grade, round.IsOpen(turn.Now), isNew: turn.Conversation.Step == Step.New);
        if (turn.Origin is { BeforeOthers: true })
        {
            // Then what is kept is the reply, and who has no chat to keep it in is told so.
            turn.Say(kept);
        }
        else
        {
            if (turn.Origin is not { InForm: true })
            {
                turn.Say(RoundGradeReply.For(grade, round, turn.Now));
            }

            // A form shows what is kept.
            turn.Send(kept, null);
        }

        if (isMarked && turn.Origin is { Channel: { } channel, MessageId: { } message, Speaker: var speaker })
        {
            turn.Send(Reply.Saying(speaker is null ? Texts.Verdict(grade.Verdict) : Texts.PassedBy(speaker)), new Destination { Kind = DestinationKind.Reaction, Channel = channel, Message = message });
        }
    }
}
