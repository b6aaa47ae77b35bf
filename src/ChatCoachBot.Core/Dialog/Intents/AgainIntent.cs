using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Asks the exercise in hand once more, also when it was passed.</summary>
public sealed class AgainIntent : SpokenIntent
{
    public override string Word => "again";

    public override string Purpose => "the same exercise once more";

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Exercise is { } asked && turn.Conversation.Current is { } before)
        {
            QuizRound.AskedAgain(turn);

            // It may have changed since: who asks again gets what is asked now.
            Asking.Ask(turn, turn.Library.Path(asked.PathId)?.Exercise(asked.Key) ?? asked, Texts.AgainHeading);
            turn.Conversation.Current!.ModelShown = before.ModelShown;
        }
        else
        {
            turn.Say(Texts.NothingYet, Buttons.Today);
        }
    }
}
