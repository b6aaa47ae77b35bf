using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>What Slack gets back for something it delivered.</summary>
/// <param name="Body">JSON, or nothing.</param>
internal sealed record Acknowledgement(byte[] Body)
{
    public static readonly Acknowledgement Empty = new([]);

    public static Acknowledgement Of<T>(T body, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(body, type));
}
