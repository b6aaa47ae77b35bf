using System.Text.Json.Serialization;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Content;

/// <summary>How a path is kept in its row, and what an exercise's digest is made of.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LearningPath))]
internal sealed partial class ContentJson : JsonSerializerContext;
