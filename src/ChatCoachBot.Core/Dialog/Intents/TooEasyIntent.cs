using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>The learner knows it well and need not write it down: it comes back after a longer while.</summary>
public sealed class TooEasyIntent : SpokenIntent
{
    public override string Word => "too easy";

    public override string Purpose => "you know this one: it comes back much later";

    public override bool NeedsAllCards => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is not { IsOpen: true } current)
        {
            turn.Say(Texts.NothingOpen, Buttons.Next, Buttons.Today);
            return;
        }

        turn.Cards.Get(current.Key).FindTooEasy(turn.Practice.Scheduler, turn.Now);
        current.IsOpen = false;
        if (current.Key == turn.Conversation.TodayKey)
        {
            turn.Conversation.FinishToday();
        }

        QuizRound.Passed(turn);
        turn.Say(Texts.TooEasy(turn.Cards.Get(current.Key).Due!.Value, turn.Schedule, turn.Now));
        Asking.Next(turn);
    }
}
