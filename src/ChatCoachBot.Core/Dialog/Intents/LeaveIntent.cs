using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Puts a quiz away until later.</summary>
public sealed class LeaveIntent : SpokenIntent
{
    public override string Word => "leave quiz";

    public override IReadOnlyList<string> AlsoSaid => ["leave the quiz", "stop quiz", "stop the quiz", "leave"];

    public override string Purpose => "put the quiz away; “quiz” goes on with it";

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Quiz is null)
        {
            turn.Say(Texts.NoQuiz, Buttons.Quiz, Buttons.Next);
            return;
        }

        if (turn.Conversation.Quiz.IsLeft)
        {
            turn.Say(Texts.QuizLeft, Buttons.QuizGoOn, Buttons.Today);
            return;
        }

        QuizRound.Leave(turn);
        if (turn.Conversation.Current is { } current)
        {
            current.IsOpen = false;
        }

        turn.Say(Texts.QuizLeft, Buttons.QuizGoOn, Buttons.Today);
    }
}
