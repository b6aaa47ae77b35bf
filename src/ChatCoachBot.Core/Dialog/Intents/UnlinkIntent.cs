using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Makes the place it is said in a learner of its own again.</summary>
public sealed class UnlinkIntent : SpokenIntent
{
    public override string Word => "unlink";

    public override string Purpose => "ends a link: what you answered here stays here, the rest stays there";

    public override bool NeedsPlaces => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.OtherPlaces.Count == 0)
        {
            turn.Say(Texts.NotLinked);
            return;
        }

        IReadOnlyList<string> others = [.. turn.OtherPlaces.Select(place => place.Platform)];
        var here = turn.Conversation.Platform;
        turn.Say(Reply.Of(
        [
            new Paragraph(Texts.Unlinked(others, here)),
            .. turn.Schedule.NextDue is null ? [] : (Block[])[new Caption(turn.PromptsComeHere ? Texts.PromptsRemainHere(others, here) : Texts.PromptsRemainThere(others, here))],
        ]));
        foreach (var place in turn.OtherPlaces)
        {
            turn.Send(Reply.Saying(Texts.UnlinkedThere(here, place.Platform)), destination: null, place);
        }

        turn.Wish = new PartWish();
    }
}
