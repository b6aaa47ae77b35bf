using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Core.Scheduling;

/// <summary>Reads "09:30 weekdays", "9:30pm", "at 9 every day", "17.45 mon, wed and fri".</summary>
public static partial class ReminderText
{
    private static readonly Dictionary<string, Weekdays> DayWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["weekdays"] = Weekdays.Workdays,
        ["weekday"] = Weekdays.Workdays,
        ["workdays"] = Weekdays.Workdays,
        ["daily"] = Weekdays.Everyday,
        ["everyday"] = Weekdays.Everyday,
        ["every day"] = Weekdays.Everyday,
        ["weekends"] = Weekdays.Weekend,
        ["weekend"] = Weekdays.Weekend,
    };

    /// <summary>Null when the text does not start with a time of day, or goes on with something that is not days.</summary>
    /// <param name="days">Null when the text names none.</param>
    public static bool TryParse(string text, out TimeOnly time, out Weekdays? days)
    {
        days = null;
        var match = TimeFirst().Match(text.Trim());
        return TryTime(match, out time) && TryDays(match.Groups["days"].Value, out days);
    }

    private static bool TryTime(Match match, out TimeOnly time)
    {
        time = default;
        if (!match.Success)
        {
            return false;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            var afternoon = match.Groups["half"].Value.StartsWith('p') || match.Groups["half"].Value.StartsWith('P');
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }
        else if (!match.Groups["minute"].Success && !match.Groups["at"].Success && match.Groups["hour"].Length > 2)
        {
            return false;
        }

        if (hour > 23 || minute > 59)
        {
            return false;
        }

        time = new TimeOnly(hour, minute);
        return true;
    }

    private static bool TryDays(string text, out Weekdays? days)
    {
        days = null;
        var words = text.Trim();
        if (words.StartsWith("on ", StringComparison.OrdinalIgnoreCase))
        {
            words = words[3..].Trim();
        }

        if (words.Length == 0)
        {
            return true;
        }

        if (DayWords.TryGetValue(words, out var known))
        {
            days = known;
            return true;
        }

        var chosen = Weekdays.None;
        foreach (var part in DaySeparator().Split(RangeSign().Replace(words, "-")))
        {
            var ends = part.Split('-');
            if (DayWords.TryGetValue(part, out known))
            {
                chosen |= known;
            }
            else if (ends.Length <= 2 && TryDay(ends[0], out var first) && TryDay(ends[^1], out var last))
            {
                chosen |= DaysFrom(first, last);
            }
            else
            {
                return false;
            }
        }

        days = chosen;
        return true;
    }

    private static Weekdays DaysFrom(DayOfWeek first, DayOfWeek last)
    {
        var days = Weekdays.None;
        for (var day = first; ; day = (DayOfWeek)(((int)day + 1) % 7))
        {
            days |= WeekdaysExtensions.Of(day);
            if (day == last)
            {
                return days;
            }
        }
    }

    private static bool TryDay(string text, out DayOfWeek day)
    {
        foreach (var candidate in Enum.GetValues<DayOfWeek>())
        {
            if (text.Length >= 3 && (candidate.ToString() + "s").StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                day = candidate;
                return true;
            }
        }

        day = default;
        return false;
    }

    [GeneratedRegex(@"^(?<at>(?:me\s+)?at\s+)?(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2}))?\s*(?<half>[ap]\.?m\.?)?(?:[\s,]+(?<days>[^0-9].*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeFirst();

    [GeneratedRegex(@"\s*(?:-|–|\bto\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RangeSign();

    [GeneratedRegex(@"\s*(?:,|\band\b|\s)\s*(?:and\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DaySeparator();
}
