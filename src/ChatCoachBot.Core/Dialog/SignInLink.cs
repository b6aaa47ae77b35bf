namespace ChatCoachBot.Core.Dialog;

/// <summary>A single-use link that signs a browser in and opens a page there.</summary>
internal static class SignInLink
{
    /// <summary>Tells it to the person alone, in their own conversation.</summary>
    /// <param name="page">The page's path, such as <c>/team</c>.</param>
    /// <param name="label">What the link is called.</param>
    /// <param name="how">What is said before it.</param>
    public static void Say(Turn turn, string page, string label, string how) =>
        PrivateLink.Say(turn, CodePurpose.SignIn, secret => $"/sign-in/{secret}?to={page}", label, how, Texts.SignInInChat, Texts.NoPublicUrl);
}
