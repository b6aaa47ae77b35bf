using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Somebody else asked the coach to say hello. Nobody is asked twice.</summary>
public sealed class InvitationIntent : Intent
{
    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Step == Step.New)
        {
            turn.Conversation.Step = Step.Invited;
            turn.Say(Texts.Invitation, Buttons.Start, Buttons.Decline);
        }
    }
}
