using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>An emoji on something the coach said.</summary>
public sealed class ReactionIntent : Intent
{
    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is { IsOpen: true })
        {
            turn.Say(Texts.ReactionStillOpen, Buttons.Hint, Buttons.Skip);
        }
        else
        {
            turn.Say(Texts.Reaction, Buttons.Next);
        }
    }
}
