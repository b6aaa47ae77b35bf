using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Gives those who may review answers a way to the page where they do.</summary>
public sealed class ReviewPageIntent : SpokenIntent
{
    public override string Word => "review page";

    /// <summary>It is for few, who are told of it where it matters.</summary>
    public override string? Usage => null;

    public override void Respond(Turn turn, string rest)
    {
        if (!turn.MayReview)
        {
            turn.Say(Texts.ReviewNotYours);
        }
        else if (turn.PublicUrl is not { } pages)
        {
            turn.Say(Texts.NoPagesOutside);
        }
        else
        {
            var link = $"{pages.ToString().TrimEnd('/')}/sign-in/{turn.Issue(CodePurpose.SignIn)}?to=/review";
            turn.Say(Reply.Of(new Paragraph(Texts.ReviewLink), new Paragraph(link)));
        }
    }
}
