using NodaTime;
using NodaTime.TimeZones;

namespace ChatCoachBot.Core.Scheduling;

/// <summary>Reads wall clocks: from a moment to a local date and time in an IANA zone, and back.</summary>
public static class LocalClock
{
    /// <summary>A time that occurs twice is its first occurrence; one that the clock skips is the first valid minute after.</summary>
    private static readonly ZoneLocalMappingResolver FirstValid =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static DateTime At(DateTimeOffset moment, string timeZone) =>
        Instant.FromDateTimeOffset(moment).InZone(Zone(timeZone)).ToDateTimeUnspecified();

    public static DateOnly DateAt(DateTimeOffset moment, string timeZone) => DateOnly.FromDateTime(At(moment, timeZone));

    /// <summary>The moment (UTC) when a zone's clocks show a time on a date; null when the zone left out that whole date, as Apia did on 2011-12-30.</summary>
    public static DateTimeOffset? MomentOf(DateOnly date, TimeOnly time, string timeZone)
    {
        var zone = Zone(timeZone);
        var local = LocalDateTime.FromDateTime(date.ToDateTime(time));
        var moment = zone.ResolveLocal(local, FirstValid).ToDateTimeOffset().ToUniversalTime();
        return DateAt(moment, timeZone) == date ? moment : null;
    }

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];
}
