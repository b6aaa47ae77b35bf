using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class TodayIntent : SpokenIntent
{
    public override string Word => "today";

    public override string Purpose => "today’s exercise";

    public override bool NeedsAllCards => true;

    public override void Respond(Turn turn, string rest)
    {
        if (Asking.TodaysExercise(turn) is { } today && turn.Cards.Find(today.Key) is { Passed: true })
        {
            turn.Say(Texts.TodayDone, Buttons.Next, Buttons.Quiz);
            return;
        }

        turn.Conversation.Quiz = null;
        Asking.Today(turn, Texts.TodayHeading);
    }
}
