using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog;

/// <summary>The questions to a new learner: which path, and when.</summary>
internal static class Welcome
{
    public static void AskForPath(Turn turn)
    {
        if (turn.Library.Paths.Count == 0)
        {
            turn.Say(Texts.NoPaths);
            return;
        }

        turn.Conversation.Step = Step.ChoosingPath;
        turn.Say(PathsReply.For(turn.Library, Texts.ChoosePath));
    }

    public static void AskForTime(Turn turn)
    {
        turn.Conversation.Step = Step.ChoosingTime;
        turn.Say(Reply.Of(
            new Paragraph(Texts.ChooseTime),
            new Caption(Texts.TimeZoneHint(turn.Schedule.TimeZone)),
            new Choices(
            [
                new Choice("09:00 on weekdays", "remind 09:00 weekdays"),
                new Choice("12:30 on weekdays", "remind 12:30 weekdays"),
                new Choice("17:00 on weekdays", "remind 17:00 weekdays"),
                new Choice(Texts.NoReminders, "no reminders"),
            ])));
    }

    /// <summary>Ends the welcome with the first exercise; does nothing for a learner who is past it.</summary>
    public static void Finish(Turn turn)
    {
        if (turn.Conversation.Step == Step.ChoosingTime)
        {
            turn.Conversation.Step = Step.Practising;
            Asking.Today(turn, Texts.TodayHeading);
        }
    }
}
