using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class HelpIntent(IReadOnlyList<SpokenIntent> all) : SpokenIntent
{
    public override string Word => "help";

    public override IReadOnlyList<string> AlsoSaid => ["?", "commands"];

    public override string Purpose => "this list";

    public override void Respond(Turn turn, string rest) => turn.Say(Reply.Of(
        new Heading(Texts.HelpHeading),
        new Paragraph(Texts.HelpIntro),
        new Facts([.. all.Where(intent => intent.Usage is not null).Select(intent => new Fact(intent.Usage!, intent.Purpose))]),
        new Choices([Buttons.Today, Buttons.Scenario, Buttons.Quiz, Buttons.Glossary, Buttons.Progress])));
}
