using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatCoachBot.Storage;

/// <summary>Keeps moments as UTC ticks: SQLite cannot order a <see cref="DateTimeOffset"/>.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
