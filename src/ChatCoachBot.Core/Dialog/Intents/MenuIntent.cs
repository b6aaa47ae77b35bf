using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>A card of buttons, for who does not know what to say.</summary>
public sealed class MenuIntent : SpokenIntent
{
    public override string Word => "menu";

    public override string Purpose => "the usual things as buttons";

    public override void Respond(Turn turn, string rest) =>
        turn.Say(Texts.Menu, Buttons.Today, Buttons.Next, Buttons.Scenario, Buttons.Quiz, Buttons.Progress, Buttons.Glossary, Buttons.Help);
}
