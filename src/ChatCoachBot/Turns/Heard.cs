using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Intents;
using ChatCoachBot.Inbox;

namespace ChatCoachBot.Turns;

/// <summary>A message, and what is meant by it.</summary>
/// <param name="Intent">What it means; null for what needs no answer.</param>
/// <param name="Said">What was said, without the intent's own word.</param>
internal sealed record Heard(InboxMessage Message, Conversation Conversation, Intent? Intent, string Said)
{
    public bool IsAboutChannel => Intent is { NeedsChannel: true } && Message.Origin?.Channel is not null;
}
