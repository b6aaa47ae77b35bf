using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ChatCoachBot.Core.Content;

/// <summary>
/// JSON in the form of the content files. By reflection and not by source generation: generated code sets every <c>init</c> property,
/// so that a key left out would turn the default of <see cref="Point.Weight"/> into 0 and an empty list into null.
/// </summary>
internal static class ContentJson
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSerializerOptions _strict = new(_options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Null when the content does not have the form of <typeparamref name="T"/>; the schema says where and why.</summary>
    public static T? Read<T>(JsonNode? content)
        where T : class => Read<T>(content, _options);

    /// <summary>Null also when the content has a key that <typeparamref name="T"/> has not.</summary>
    public static T? ReadStrictly<T>(JsonNode? content)
        where T : class => Read<T>(content, _strict);

    private static T? Read<T>(JsonNode? content, JsonSerializerOptions options)
        where T : class
    {
        // Nullability of list items is beyond the serializer.
        if (HasNullItem(content))
            return null;
        try
        {
            return content.Deserialize<T>(options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool HasNullItem(JsonNode? content) => content switch
    {
        JsonArray items => items.Any(item => item is null || HasNullItem(item)),
        JsonObject keys => keys.Any(key => HasNullItem(key.Value)),
        _ => false,
    };
}
