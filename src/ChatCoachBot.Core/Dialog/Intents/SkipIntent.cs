using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class SkipIntent : SpokenIntent
{
    public override string Word => "skip";

    public override IReadOnlyList<string> AlsoSaid => ["not now"];

    public override string Purpose => "leave this exercise for another day";

    public override bool NeedsPathCards => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is not { IsOpen: true } current)
        {
            turn.Say(Texts.NothingOpen, Buttons.Next, Buttons.Today);
            return;
        }

        turn.Cards.Get(current.Key).Skip(turn.Now);
        current.IsOpen = false;
        turn.Say(Texts.Skipped);
        Asking.Next(turn);
    }
}
