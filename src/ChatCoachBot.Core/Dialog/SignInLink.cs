using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog;

/// <summary>A single-use link that signs a browser in and opens a page there.</summary>
internal static class SignInLink
{
    /// <summary>Tells it to the person alone, in their own conversation.</summary>
    /// <param name="page">The page's path, such as <c>/team</c>.</param>
    /// <param name="label">What the link is called.</param>
    /// <param name="how">What is said before it.</param>
    public static void Say(Turn turn, string page, string label, string how)
    {
        if ((turn.PublicUrl ?? turn.LocalUrl) is not { } pages)
        {
            turn.Say(Texts.NoPublicUrl);
            return;
        }

        var url = $"{pages.ToString().TrimEnd('/')}/sign-in/{turn.Issue(CodePurpose.SignIn)}?to={page}";
        turn.Send(Reply.Of(new Paragraph(how), new Link(label, url)), destination: null);
        if (turn.Origin is { Channel: not null } or { OnHomePage: true })
        {
            turn.Say(Texts.SignInInChat);
        }
    }
}
