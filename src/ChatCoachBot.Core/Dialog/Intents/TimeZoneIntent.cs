using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed partial class TimeZoneIntent : SpokenIntent
{
    public override string Word => "timezone";

    public override IReadOnlyList<string> AlsoSaid => ["time zone"];

    public override string Usage => "timezone Europe/Warsaw";

    public override string Purpose => "where your clock is";

    public override bool TakesArgument => true;

    /// <summary>"Time zone bugs happen" is an answer.</summary>
    public override bool Accepts(string rest) => rest.Length == 0 || rest.Contains('/', StringComparison.Ordinal) || TimeZones.TryFind(rest, out _) || Offset().IsMatch(rest);

    public override void Respond(Turn turn, string rest)
    {
        if (rest.Length == 0)
        {
            turn.Say(Texts.TimeZoneIs(turn.Schedule.TimeZone));
        }
        else if (TimeZones.TryFind(rest, out var zone))
        {
            turn.Schedule.Move(zone, turn.Now);
            var next = turn.Schedule.NextDue is null ? "" : " " + Texts.Reminded(turn.Schedule, turn.Now);
            turn.Say(Texts.TimeZoneSet(turn.Schedule, turn.Now) + next);
        }
        else
        {
            var nearest = TimeZones.Nearest(rest);
            turn.Say(Texts.UnknownTimeZone(rest, nearest), nearest is null ? [] : [new Choice(nearest, $"timezone {nearest}")]);
        }
    }

    /// <summary>"timezone +2" names no place, and is no answer.</summary>
    [GeneratedRegex(@"^(?:utc|gmt)?\s*[+-]\s*[0-9]{1,2}(?::?[0-9]{2})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
