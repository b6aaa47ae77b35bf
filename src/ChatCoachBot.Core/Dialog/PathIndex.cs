using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>The paths, found by id, by title, or by their number in the list.</summary>
internal static class PathIndex
{
    public static PublishedPath? Find(Library library, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return library.Paths.ElementAtOrDefault(number - 1);
        }

        var key = Key(text);
        return library.Paths.FirstOrDefault(path => path.Info.Id == key || Key(path.Info.Title) == key)
            ?? (Nearest.To(key, library.Paths.Select(path => path.Info.Id)) is { } near ? library.Path(near) : null);
    }

    private static string Key(string text) => text.Trim().Replace(' ', '-').Replace("-/-", "-", StringComparison.Ordinal).ToLowerInvariant();
}
