using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>A file, a picture or a recording without words.</summary>
public sealed class FileIntent : Intent
{
    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is { IsOpen: true })
        {
            turn.Say(Texts.FileStillOpen, Buttons.Hint, Buttons.Skip);
        }
        else
        {
            turn.Say(Texts.File, Buttons.Next, Buttons.Help);
        }
    }
}
