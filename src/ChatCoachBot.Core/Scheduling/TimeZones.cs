using NodaTime;

namespace ChatCoachBot.Core.Scheduling;

/// <summary>The IANA time zones, found as people write them: "Europe/Warsaw", "europe/warsaw", "Warsaw", "new york".</summary>
public static class TimeZones
{
    public const string Utc = "UTC";

    /// <summary>All but Etc/GMT+2 and its like, whose sign is the opposite of what people mean by it.</summary>
    private static readonly IReadOnlyList<string> Ids = [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => !id.StartsWith("Etc/GMT", StringComparison.Ordinal))];

    private static readonly Dictionary<string, string> IdsByName = Names();

    public static bool TryFind(string text, out string id)
    {
        if (IdsByName.TryGetValue(Key(text), out var found))
        {
            id = found;
            return true;
        }

        id = Utc;
        return false;
    }

    /// <summary>The zone whose name or city is spelled most like a text; null when none is close.</summary>
    public static string? Nearest(string text) =>
        Spelling.Nearest.To(Key(text), IdsByName.Keys) is { } name ? IdsByName[name] : null;

    private static Dictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in Ids)
        {
            names[Key(id)] = id;
        }

        // A city stands for its zone where no zone already has that name.
        foreach (var id in Ids.Where(id => id.Contains('/', StringComparison.Ordinal)))
        {
            names.TryAdd(Key(id[(id.LastIndexOf('/') + 1)..]), id);
        }

        return names;
    }

    private static string Key(string text) => text.Trim().Replace(' ', '_').ToLowerInvariant();
}
