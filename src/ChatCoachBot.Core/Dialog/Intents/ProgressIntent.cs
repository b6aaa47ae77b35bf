using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class ProgressIntent : SpokenIntent
{
    public override string Word => "progress";

    public override string Purpose => "how far you have come";

    public override bool NeedsPathCards => true;

    public override bool NeedsAttempts => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Path is { } path)
        {
            turn.Say(ProgressReply.For(turn.Conversation, path, turn.Cards, turn.Past, turn.Practice, turn.Now));
        }
        else
        {
            Asking.AskForPathAgain(turn);
        }
    }
}
