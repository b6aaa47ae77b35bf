using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Says no to an invitation. The door stays open.</summary>
public sealed class DeclineIntent : SpokenIntent
{
    public override string Word => "no thank you";

    public override IReadOnlyList<string> AlsoSaid => ["no thanks", "no, thank you", "no, thanks", "decline"];

    public override string? Usage => null;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Step is Step.New or Step.Invited)
        {
            turn.Conversation.Step = Step.Declined;
        }

        turn.Say(Texts.Declined, Buttons.Start);
    }
}
