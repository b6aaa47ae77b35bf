using System.Globalization;
using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Stops the daily prompts for a while: until a day, for days or weeks, or until `resume`.</summary>
public sealed partial class PauseIntent : SpokenIntent
{
    public override string Word => "pause";

    public override string Usage => "pause 2 weeks";

    public override string Purpose => "no prompts for a while, or “pause until” a date";

    public override bool TakesArgument => true;

    public override bool Accepts(string rest) => rest.Length == 0 || Span().IsMatch(rest) || Until().IsMatch(rest) || SomeTime().IsMatch(rest);

    public override void Respond(Turn turn, string rest)
    {
        if (rest.Length == 0)
        {
            Pause(turn, DateOnly.MaxValue);
            turn.Say(Texts.PausedOpenEnded, Buttons.Resume);
        }
        else if (Day(rest, turn.LocalDate) is { } until && until > turn.LocalDate)
        {
            Pause(turn, until);
            turn.Say(Texts.Paused(until), Buttons.Resume);
        }
        else
        {
            turn.Say(Texts.PauseHow);
        }
    }

    private static void Pause(Turn turn, DateOnly until)
    {
        turn.Learner.Streak = turn.Learner.Streak.Rest(until, turn.Schedule, turn.Now);
        turn.Schedule.Pause(until, turn.Now);
    }

    private static DateOnly? Day(string text, DateOnly today)
    {
        if (Span().Match(text) is { Success: true } span)
        {
            var count = int.Parse(span.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            return today.AddDays(span.Groups["unit"].Value[0] is 'w' or 'W' ? count * 7 : count);
        }

        var date = Until().Match(text).Groups["date"].Value;
        return DateOnly.TryParseExact(date, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    [GeneratedRegex(@"^(?:for\s+)?(?<count>[0-9]{1,3})\s*(?<unit>days?|weeks?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"^(?:until\s+)?(?<date>[0-9]+-[0-9]+-[0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    /// <summary>A time in other words: it gets advice, and "pause until the queue has drained" is an answer.</summary>
    [GeneratedRegex(@"^(?:for\s*ever|until\s+(?:tomorrow|next\s+week|[0-9][0-9./-]*|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:for\s+)?[0-9]+\s*(?:days?|weeks?|months?|years?))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SomeTime();
}
