using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Asks the exercise in hand once more, also when it was passed.</summary>
public sealed class AgainIntent : Intent
{
    public override string Word => "again";

    public override string Purpose => "the same exercise once more";

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Exercise is { } asked)
        {
            Asking.Ask(turn, asked, Texts.AgainHeading);
        }
        else
        {
            turn.Say(Texts.NothingYet, Buttons.Today);
        }
    }
}
