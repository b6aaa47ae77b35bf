using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Whatever is said while an exercise is open and is no other intent: it is graded.</summary>
public sealed class AnswerIntent(IReadOnlyList<string> words) : Intent
{
    /// <summary>How many messages with an answer are known again when they are edited.</summary>
    private const int MostRemembered = 5;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is not { } current || turn.Exercise is not { } asked)
        {
            turn.Say(Texts.NothingOpen, Buttons.Next, Buttons.Today);
            return;
        }

        if (current.ModelShown && asked.Exercise.Rubric is not null && SameWords(rest, asked.Exercise.ModelAnswer))
        {
            turn.Say(Texts.ModelAnswerCopied, Buttons.Hint, Buttons.Skip);
            return;
        }

        if (asked.Exercise.Rubric is not null && Mistyped.Word(rest, words) is { } meant)
        {
            turn.Say(Texts.DidYouMean(meant), new Choice(meant, meant), Buttons.Hint, Buttons.Skip);
            return;
        }

        var grade = asked.Grader.Grade(rest);
        if (!grade.Understood)
        {
            turn.Say(grade.Notes.Count > 0 ? grade.Notes[0] : Texts.NoText, [.. Buttons.Options(asked.Exercise), Buttons.Hint, Buttons.Skip]);
            return;
        }

        turn.Record(Attempt.Of(turn.Learner.Id, asked, rest, grade, turn.Now, current.HintsGiven.Count, current.ModelShown));
        turn.Cards.Get(asked.Key).Answer(grade, turn.Now);
        current.Tries++;
        current.TouchedAt = turn.Now;
        current.PointsMet = turn.Attempts[^1].PointsMet;
        if (turn.Origin?.MessageId is { } message)
        {
            current.AnswerIds = [.. current.AnswerIds.Where(id => id != message).TakeLast(MostRemembered - 1), message];
        }

        current.IsOpen = grade.Verdict != Verdict.Pass;
        if (turn.Conversation.Quiz is { } quiz && grade.Verdict == Verdict.Pass)
        {
            quiz.Passed++;
        }

        turn.Say(GradeReply.For(asked, grade, QuizRound.NextButton(turn)));
    }

    private static bool SameWords(string answer, string model) => Letters(answer).SequenceEqual(Letters(model));

    private static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
}
