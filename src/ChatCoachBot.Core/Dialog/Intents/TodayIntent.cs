using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class TodayIntent : SpokenIntent
{
    public override string Word => "today";

    public override string Purpose => "today’s exercise";

    public override bool NeedsPathCards => true;

    public override bool NeedsPlaces => true;

    public override void Respond(Turn turn, string rest)
    {
        foreach (var place in turn.OtherPlaces)
        {
            turn.Conversation.ShareToday(place, turn.LocalDate);
        }

        if (turn.Conversation.TodayDone && Asking.TodaysExercise(turn) is not null)
        {
            turn.Say(Texts.TodayDone, [.. DueRound.Button(turn), Buttons.Next, Buttons.Quiz]);
            return;
        }

        QuizRound.Leave(turn);
        Asking.Today(turn, Texts.TodayHeading);
    }
}
