using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What the coach says of itself when the learner's hour has come.</summary>
public static class DailyPrompt
{
    /// <summary>How long a learner is left alone with the exercise in hand.</summary>
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(30);

    /// <summary>Asks the day's exercise. While the learner is busy with another one it only says that the day's is ready.</summary>
    /// <param name="roundLength">How long a channel's members may answer.</param>
    /// <returns>The key of the exercise; null when there is none to send.</returns>
    public static string? Send(Turn turn, TimeSpan roundLength)
    {
        if (turn.Conversation.IsChannel)
        {
            return ChannelPrompt.Send(turn, roundLength);
        }

        if (turn.Path is null || Asking.ChooseToday(turn) is not { } exercise)
        {
            return null;
        }

        WeeklyDigest.SendDue(turn);
        if (turn.Conversation.Current is { } current
            && (current.IsOpen || turn.Conversation.Quiz is { IsLeft: false })
            && current.Key != exercise.Key
            && turn.Now - current.TouchedAt < InHand)
        {
            turn.Say(Texts.DailyWaits, Buttons.Today);
        }
        else
        {
            QuizRound.Leave(turn);
            Asking.Ask(turn, exercise, TermExercise.Is(exercise.Exercise) ? Texts.DailyTermHeading : Texts.DailyExerciseHeading);
        }

        return exercise.Key;
    }
}
