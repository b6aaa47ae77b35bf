namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>For a message that could not be handled however often it was tried.</summary>
public static class ApologyReply
{
    public static Reply For() => Reply.Saying(Texts.Apology, Buttons.Today, Buttons.Help);
}
