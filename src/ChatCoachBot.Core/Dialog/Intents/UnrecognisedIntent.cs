using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Whatever is no other intent and no answer, since no exercise is open or it was said in a channel: it gets help.</summary>
public sealed class UnrecognisedIntent(IReadOnlyList<string> words) : Intent
{
    public override void Respond(Turn turn, string rest)
    {
        if (turn.Path is null)
        {
            Asking.AskForPathAgain(turn);
        }
        else if (Mistyped.Word(rest, words) is { } meant)
        {
            turn.Say(Texts.Perhaps(meant), new Choice(meant, meant), Buttons.Help);
        }
        else if (turn.Conversation.Current is { IsOpen: true })
        {
            turn.Say(Texts.UnrecognisedHere, Buttons.Help);
        }
        else
        {
            turn.Say(Texts.Unrecognised, Buttons.Next, Buttons.Today, Buttons.Help);
        }
    }
}
