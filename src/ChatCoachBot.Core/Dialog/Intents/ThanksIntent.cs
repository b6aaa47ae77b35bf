using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>A word of courtesy is no answer.</summary>
public sealed class ThanksIntent : SpokenIntent
{
    public override string Word => "thanks";

    public override IReadOnlyList<string> AlsoSaid => ["thank you", "thx", "bye", "goodbye", "ok", "okay"];

    public override string? Usage => null;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is { IsOpen: true })
        {
            turn.Say(Texts.WelcomeStillOpen, Buttons.Hint, Buttons.Skip);
        }
        else
        {
            turn.Say(Texts.YouAreWelcome, Buttons.Next);
        }
    }
}
