using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>A short round of what is about to be forgotten.</summary>
public sealed class ReviewIntent : SpokenIntent
{
    public const string Said = "review";

    public override string Word => Said;

    public override string Purpose => "a short round of what is about to fade";

    public override bool NeedsPathCards => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Path is not { } path)
        {
            Asking.AskForPathAgain(turn);
            return;
        }

        turn.Conversation.BeginDue();
        if (turn.Conversation.Quiz is { IsDue: true, IsOver: false })
        {
            QuizRound.GoOn(turn);
            return;
        }

        if (turn.Picker.Due(path.Syllabus).Take(turn.Practice.RoundSize).ToList() is { Count: > 0 } due)
        {
            QuizRound.Begin(turn, due, isDue: true);
        }
        else
        {
            turn.Say(Texts.NothingDue, Buttons.Next, Buttons.Quiz);
        }
    }
}
