using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Sets when the daily prompt comes.</summary>
public sealed class RemindIntent : Intent
{
    public override string Word => "remind";

    public override string Usage => "remind 09:30 weekdays";

    public override string Purpose => "when your daily prompt comes";

    public override bool NeedsAllCards => true;

    /// <summary>Anything with a figure near the start is meant as a time, also one that does not exist: "remind 25:00" wants help, not a grade.</summary>
    public override bool Accepts(string rest) => rest.Length == 0 || rest.AsSpan(0, Math.Min(rest.Length, 8)).IndexOfAnyInRange('0', '9') >= 0;

    public override void Respond(Turn turn, string rest)
    {
        if (rest.Length == 0 && turn.Schedule.NextDue is not null)
        {
            turn.Say($"{Texts.Reminded(turn.Schedule, turn.Now)} {Texts.RemindHow}");
            return;
        }

        if (!ReminderText.TryParse(rest, out var time, out var days))
        {
            turn.Say(Texts.RemindHow);
            return;
        }

        turn.Schedule.Remind(time, days ?? turn.Schedule.Days, turn.Now);
        turn.Say(Reply.Of(new Paragraph(Texts.Reminded(turn.Schedule, turn.Now)), new Caption(Texts.TimeZoneHint(turn.Schedule.TimeZone))));
        Welcome.Finish(turn);
    }
}
