using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog;

/// <summary>Takes the learner through a quiz.</summary>
internal static class QuizRound
{
    public static void Begin(Turn turn, int questions)
    {
        if (turn.Path is not { } path)
        {
            Asking.AskForPathAgain(turn);
            return;
        }

        turn.Conversation.Quiz = new Quiz { Keys = [.. Picker.Round(path.Syllabus, turn.Cards, questions).Select(exercise => exercise.Key)] };
        Next(turn);
    }

    public static void Next(Turn turn)
    {
        var quiz = turn.Conversation.Quiz!;
        while (!quiz.IsOver)
        {
            var key = quiz.Keys[quiz.Asked++];
            // An exercise can leave the path while a quiz waits.
            if (turn.Path?.Exercise(key) is { } exercise)
            {
                Asking.Ask(turn, exercise, Texts.QuizHeading(quiz.Asked, quiz.Keys.Count));
                return;
            }
        }

        turn.Conversation.Quiz = null;
        turn.Say(Texts.QuizOver(quiz.Passed, quiz.Keys.Count), Buttons.Next, Buttons.Progress);
    }

    /// <summary>The button that goes on after a grade.</summary>
    public static Choice NextButton(Turn turn) => turn.Conversation.Quiz switch
    {
        null => Buttons.Next,
        { IsOver: true } => Buttons.Next with { Label = Texts.QuizResult },
        var quiz => Buttons.Next with { Label = Texts.QuizNext(quiz.Asked + 1, quiz.Keys.Count) },
    };
}
