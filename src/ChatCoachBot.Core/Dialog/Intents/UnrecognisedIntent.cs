using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Whatever is said while no exercise is open and is no other intent: it gets help.</summary>
public sealed class UnrecognisedIntent : Intent
{
    public override void Respond(Turn turn, string rest)
    {
        switch (turn.Conversation.Step)
        {
            case Step.New or Step.Practising when turn.Path is null:
                new StartIntent().Respond(turn, "");
                break;
            default:
                turn.Say(Texts.Unrecognised, Buttons.Next, Buttons.Today, Buttons.Help);
                break;
        }
    }
}
