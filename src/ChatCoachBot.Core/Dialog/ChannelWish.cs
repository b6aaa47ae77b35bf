using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What somebody wants for a channel: "09:30 weekdays event-driven-systems-architect", or only a part of it.</summary>
/// <param name="When">The time and the days as they were said.</param>
internal sealed record ChannelWish(TimeOnly? Time, Weekdays? Days, PublishedPath? Path, string? When = null)
{
    private const int MostWords = 24;

    public static bool TryParse(string text, Library library, out ChannelWish wish)
    {
        wish = new ChannelWish(null, null, null);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords)
        {
            return false;
        }

        // The times come first, then the path: as many words as make a time.
        for (var split = words.Length; split >= 0; split--)
        {
            var (when, which) = (string.Join(' ', words[..split]), string.Join(' ', words[split..]));
            TimeOnly time = default;
            Weekdays? days = null;
            if ((when.Length == 0 || ReminderText.TryParse(when, out time, out days)) && (which.Length == 0 || Named(library, which) is not null))
            {
                wish = new ChannelWish(when.Length == 0 ? null : time, days, which.Length == 0 ? null : Named(library, which), when.Length == 0 ? null : when);
                return true;
            }
        }

        return false;
    }

    /// <summary>Named in full: a slip in a time must not be taken for a path.</summary>
    private static PublishedPath? Named(Library library, string text) =>
        library.Paths.FirstOrDefault(path => path.Info.Id.Equals(text, StringComparison.OrdinalIgnoreCase) || path.Info.Title.Equals(text, StringComparison.OrdinalIgnoreCase));
}
