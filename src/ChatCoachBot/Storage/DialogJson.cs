using System.Text.Json;
using System.Text.Json.Serialization;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Storage;

/// <summary>How a dialog's memory is written. What is stored must stay readable.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(TicksJson)], IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CurrentExercise))]
[JsonSerializable(typeof(Quiz))]
[JsonSerializable(typeof(Streak))]
[JsonSerializable(typeof(Origin))]
[JsonSerializable(typeof(Destination))]
internal sealed partial class DialogJson : JsonSerializerContext;

/// <summary>Moments as UTC ticks, as in the tables.</summary>
internal sealed class TicksJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64(), TimeSpan.Zero);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.UtcTicks);
}
