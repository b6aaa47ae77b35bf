using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Erases the learner. It cannot be undone, so it is said twice.</summary>
public sealed class ForgetIntent : SpokenIntent
{
    private const string Sure = "for good";

    public override string Word => "forget me";

    public override IReadOnlyList<string> AlsoSaid => ["forget everything about me", "delete my data", "erase me"];

    public override string Purpose => "erases all that is kept of you, once you have confirmed it";

    public override bool NeedsPlaces => true;

    public override bool Accepts(string rest) => rest.Length == 0 || IsSure(rest);

    public override void Respond(Turn turn, string rest)
    {
        if (IsSure(rest))
        {
            turn.Say(Texts.Forgotten(turn.Conversation.Platform));
            foreach (var place in turn.OtherPlaces)
            {
                turn.Send(Reply.Saying(Texts.ForgottenElsewhere(turn.Conversation.Platform, place.Platform)), destination: null, place);
            }

            turn.Wish = new ForgetWish();
        }
        else
        {
            turn.Say(Reply.Of(
                new Paragraph(Texts.ForgetAsk([.. turn.OtherPlaces.Select(place => place.Platform)], turn.Conversation.Platform)),
                new Choices([new Choice(Texts.ForgetButton, $"{Word} {Sure}")])));
        }
    }

    private static bool IsSure(string rest) => rest.Equals(Sure, StringComparison.OrdinalIgnoreCase);
}
