using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog;

/// <summary>Puts an exercise to the learner.</summary>
internal static class Asking
{
    public static void Ask(Turn turn, PublishedExercise exercise, string heading)
    {
        turn.Conversation.Current = CurrentExercise.Asked(exercise, turn.Now);
        // Who asks for an exercise before choosing a path or a time has chosen to begin; `remind` is there at any time.
        turn.Conversation.Step = Step.Practising;
        turn.Say(ExerciseReply.For(exercise, turn.Library.Path(exercise.PathId), heading));
    }

    /// <summary>The exercise of the local day: the one chosen before, when there is one.</summary>
    public static void Today(Turn turn, string heading)
    {
        if (ChooseToday(turn) is { } exercise)
        {
            Ask(turn, exercise, heading);
        }
    }

    /// <summary>Keeps the day's exercise unless the learner is done with it; says why when there is none to choose.</summary>
    public static PublishedExercise? ChooseToday(Turn turn)
    {
        if (turn.Path is not { } path)
        {
            AskForPathAgain(turn);
            return null;
        }

        var chosen = TodaysExercise(turn);
        if (chosen is null || turn.Conversation.TodayDone || turn.Cards.Find(chosen.Key) is { Skipped: true })
        {
            chosen = turn.Picker.Next(path.Syllabus);
        }

        if (chosen is null)
        {
            turn.Say(Texts.NoPaths);
            return null;
        }

        turn.Conversation.SetToday(chosen, turn.LocalDate, turn.Picker.Due(path.Syllabus).Count(exercise => exercise.Key != chosen.Key));
        return chosen;
    }

    public static PublishedExercise? TodaysExercise(Turn turn) =>
        turn.Conversation is { TodayKey: { } key } conversation && conversation.TodayOn == turn.LocalDate ? turn.Path?.Exercise(key) : null;

    /// <summary>The next exercise of the quiz, or of the path when there is no quiz.</summary>
    public static void Next(Turn turn)
    {
        if (turn.Conversation.Quiz is { IsLeft: false })
        {
            QuizRound.Next(turn);
        }
        else if (turn.Path is not { } path)
        {
            AskForPathAgain(turn);
        }
        else
        {
            PassOver(turn);
            if (turn.Picker.Next(path.Syllabus, butNot: turn.Conversation.Current?.Key) is { } exercise)
            {
                Ask(turn, exercise, Texts.NextHeading);
            }
            else
            {
                turn.Say(Texts.NoPaths);
            }
        }
    }

    /// <summary>Lets the others go first, so that asking for another one again and again leads through the path.</summary>
    public static void PassOver(Turn turn)
    {
        if (turn.Conversation.Current is { IsOpen: true, Tries: 0 } current)
        {
            turn.Cards.Get(current.Key).PassOver(turn.Now);
        }
    }

    public static void AskForPathAgain(Turn turn)
    {
        if (turn.Learner.PathId is not null)
        {
            turn.Say(Texts.PathGone);
        }

        Welcome.AskForPath(turn);
    }
}
