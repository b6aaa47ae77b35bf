using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>How a reply is kept in the outbox.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Reply))]
public sealed partial class ReplyJson : JsonSerializerContext
{
    public static string Write(Reply reply) => JsonSerializer.Serialize(reply, Default.Reply);

    /// <summary>Null for what was cleared when it grew old, or was written by a version that knew other blocks.</summary>
    public static Reply? TryParse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, Default.Reply);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
