using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>An answer by a button or a form, which knows what it answers: also an exercise that others have followed.</summary>
public sealed class ExerciseAnswerIntent(AnswerIntent answer) : Intent
{
    public override bool NeedsAllCards => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Exercise is not { } asked)
        {
            turn.Say(Texts.NothingOpen, Buttons.Next, Buttons.Today);
            return;
        }

        if (turn.Conversation.Current?.Version != asked.Version)
        {
            QuizRound.Leave(turn);
            turn.Conversation.Current = CurrentExercise.Asked(asked, turn.Now);
        }

        if (turn.Conversation.Current is { IsOpen: true })
        {
            answer.Respond(turn, rest);
        }
        else
        {
            turn.Say(Texts.DoneAlready, Buttons.Again, Buttons.Next);
        }
    }
}
