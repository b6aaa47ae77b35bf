using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;

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

        var attempt = turn.Take(asked, rest, grade, current);
        current.Tries++;
        current.TouchedAt = turn.Now;
        current.PointsMet = attempt.PointsMet;
        if (turn.Origin?.MessageId is { } message)
        {
            current.AnswerIds = [.. current.AnswerIds.Where(id => id != message).TakeLast(MostRemembered - 1), message];
        }

        current.IsOpen = grade.Verdict != Verdict.Pass;
        if (grade.Verdict == Verdict.Pass)
        {
            QuizRound.Passed(turn);
        }

        turn.Say(GradeReply.For(asked, grade, QuizRound.NextButton(turn), DueRound.Offer(turn), unaided: current is { Tries: 1, HintsGiven.Count: 0, ModelShown: false }));
    }

    private static bool SameWords(string answer, string model) => Letters(answer).SequenceEqual(Letters(model));

    private static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
}
