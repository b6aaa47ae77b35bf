using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Sets when the daily prompt comes.</summary>
public sealed partial class RemindIntent : SpokenIntent
{
    public override string Word => "remind";

    public override string Usage => "remind 09:30 weekdays";

    public override string Purpose => "when your daily prompt comes";

    public override bool TakesArgument => true;

    public override bool NeedsAllCards => true;

    /// <summary>What looks like a time is meant as one, also when it does not exist: "remind 25:00" wants help, not a grade; "Remind 3 teams first" wants a grade.</summary>
    public override bool Accepts(string rest) => rest.Length == 0 || ReminderText.TryParse(rest, out _, out _) || TimeLike().IsMatch(rest) || DayAlone().IsMatch(rest);

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

        // Up to today the days chosen before count.
        turn.Learner.Streak = turn.Learner.Streak.Wake(turn.Schedule, turn.Now).Settle(turn.Schedule, turn.Now);
        PromptsHereIntent.TakeOverEnded(turn);
        turn.Schedule.Remind(time, days ?? turn.Schedule.Days, turn.Now);
        turn.Say(Reply.Of(new Paragraph(Texts.Reminded(turn.Schedule, turn.Now)), new Caption(Where(turn) ?? Texts.TimeZoneHint(turn.Schedule.TimeZone))));
        Welcome.Finish(turn);
    }

    /// <summary>Of linked places, one has the prompts.</summary>
    private static string? Where(Turn turn) => turn.PromptsComeHere || turn.Wish is PromptsHereWish ? null : Texts.PromptsElsewhere;

    [GeneratedRegex(@"^(?:me\s+)?(?:at\s+)?[0-9]{1,2}(?:\s*[:.h][0-9]|\s*[ap]\.?m|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeLike();

    /// <summary>"remind monday" lacks the time, and is no answer.</summary>
    [GeneratedRegex(@"^(?:me\s+)?(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)days?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayAlone();
}
