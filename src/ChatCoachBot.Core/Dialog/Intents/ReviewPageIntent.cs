namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Gives those who may review answers a way to the page where they do.</summary>
public sealed class ReviewPageIntent : SpokenIntent
{
    public override string Word => "review page";

    /// <summary>It is for few, who are told of it where it matters.</summary>
    public override string? Usage => null;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.MayReview)
        {
            SignInLink.Say(turn, "/review", Texts.ReviewHeading, Texts.ReviewLink);
        }
        else
        {
            turn.Say(Texts.ReviewNotYours);
        }
    }
}
