namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Makes the place it is said in a learner of its own again.</summary>
public sealed class UnlinkIntent : SpokenIntent
{
    public override string Word => "unlink";

    public override string Purpose => "makes this place a learner of its own again, with what you answered here";

    public override bool NeedsPlaces => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.OtherPlaces.Count == 0)
        {
            turn.Say(Texts.NotLinked);
            return;
        }

        var others = turn.OtherPlaces.Select(place => place.Platform);
        turn.Say(turn.PromptsComeHere ? Texts.UnlinkedWithPrompts([.. others]) : Texts.Unlinked([.. others]));
        turn.Wish = new PartWish();
    }
}
