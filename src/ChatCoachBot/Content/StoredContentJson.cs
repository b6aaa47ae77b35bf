using System.Text.Json.Serialization;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Content;

/// <summary>
/// How a path is kept in its row, and what an exercise's digest is made of. It writes every property and so reads every property back:
/// the defaults that generated code would lose, which the reader of authored content needs, never come into it.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LearningPath))]
internal sealed partial class StoredContentJson : JsonSerializerContext;
