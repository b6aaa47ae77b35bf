using System.Text.Json.Serialization;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>How a reply is kept in the outbox.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Reply))]
public sealed partial class ReplyJson : JsonSerializerContext;
