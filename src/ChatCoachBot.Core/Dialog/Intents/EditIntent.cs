namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>A message was written anew: an answer is graded again while its exercise is open, and anything else is left alone.</summary>
public sealed class EditIntent(AnswerIntent answer) : Intent
{
    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is { IsOpen: true } current && turn.Origin?.MessageId is { } message && current.AnswerIds.Contains(message))
        {
            answer.Respond(turn, rest);
        }
    }
}
