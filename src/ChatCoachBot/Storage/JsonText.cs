using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatCoachBot.Storage;

/// <summary>Keeps a small record as JSON in one column. It is read and written as a whole: EF Core's own JSON columns cost several times as much.</summary>
internal sealed class JsonText<T>(JsonTypeInfo<T> type) : ValueConverter<T?, string>(
    value => JsonSerializer.Serialize(value!, type),
    text => JsonSerializer.Deserialize(text, type))
    where T : class;

internal static class JsonText
{
    /// <summary>Notices what changed since it was read by keeping a copy.</summary>
    public static ValueComparer<T?> Comparer<T>(Func<T, T> copy)
        where T : class =>
        new((one, other) => Equals(one, other), value => value!.GetHashCode(), value => copy(value!));
}
