using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog;

/// <summary>A link that opens something for whoever has it, and so is told to one person alone.</summary>
internal static class PrivateLink
{
    /// <param name="pathOf">The path to its secret; begins with a slash.</param>
    /// <param name="label">What the link is called.</param>
    /// <param name="how">What is said before it.</param>
    /// <param name="elsewhere">What is said where it was asked for, when that is not the person's own conversation.</param>
    /// <param name="unreachable">What is said when there is no address that a link could lead to.</param>
    public static void Say(Turn turn, CodePurpose purpose, Func<string, string> pathOf, string label, string how, string elsewhere, string unreachable)
    {
        if ((turn.PublicUrl ?? turn.LocalUrl) is not { } pages)
        {
            turn.Say(unreachable);
            return;
        }

        var url = pages.ToString().TrimEnd('/') + pathOf(turn.Issue(purpose));
        turn.SayAlone(Reply.Of(new Paragraph(how), new Link(label, url)), elsewhere);
    }
}
