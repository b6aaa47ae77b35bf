using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ChatCoachBot.Core.Content;
using NJsonSchema;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>The schemas and the records say the same thing; a key that only one of them knows would be lost in silence.</summary>
public static class ContentSchemaTests
{
    [Theory]
    [InlineData("path.schema.json", typeof(LearningPath))]
    [InlineData("terms.schema.json", typeof(IReadOnlyList<Term>))]
    [InlineData("exercise.schema.json", typeof(Exercise))]
    public static void Schema_and_records_are_in_step(string name, Type type)
    {
        var schema = Read(name);
        var differences = new List<string>();

        Compare(type, schema, schema, type.Name, differences);

        differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("path.schema.json")]
    [InlineData("terms.schema.json")]
    [InlineData("exercise.schema.json")]
    public static async Task Every_property_has_a_title_a_description_and_an_example_that_is_valid(string name)
    {
        var root = Read(name);

        foreach (var (path, property) in Properties(root, "").Concat(Definitions(root)))
        {
            property["title"].ShouldNotBeNull(path);
            property["description"]!.GetValue<string>().ShouldEndWith(".", customMessage: path);
            property["examples"].ShouldNotBeNull(path);
            var schema = await JsonSchema.FromJsonAsync(WithDefinitions(property, root).ToJsonString(), TestContext.Current.CancellationToken);
            foreach (var example in property["examples"]!.AsArray())
                schema.Validate(example!.ToJsonString()).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("path.schema.json")]
    [InlineData("terms.schema.json")]
    [InlineData("exercise.schema.json")]
    public static void No_object_takes_keys_it_does_not_know(string name) => Objects(Read(name))
        .ShouldAllBe(schema => schema["additionalProperties"] != null && !schema["additionalProperties"]!.GetValue<bool>());

    private static void Compare(Type type, JsonObject schema, JsonObject root, string path, List<string> differences)
    {
        schema = Resolve(schema, root);
        var kind = schema["type"]!.GetValue<string>();
        if (Kind(type) != kind)
        {
            differences.Add($"{path} is {Kind(type)} in the record but {kind} in the schema");
            return;
        }

        if (kind == "array")
            Compare(type.GetGenericArguments()[0], schema["items"]!.AsObject(), root, path + "[]", differences);
        else if (kind == "object")
            CompareProperties(type, schema, root, path, differences);
        else if (type.IsEnum)
            differences.AddRange(Different(Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName), Texts(schema["enum"]), path + " value"));
    }

    private static void CompareProperties(Type type, JsonObject schema, JsonObject root, string path, List<string> differences)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !ComesFromOtherFiles(property)).ToDictionary(Name);
        var keys = schema["properties"]!.AsObject();
        differences.AddRange(Different(properties.Keys, keys.Select(key => key.Key), path + " key"));

        var required = properties.Where(property => property.Value.GetCustomAttribute<RequiredMemberAttribute>() is not null);
        differences.AddRange(Different(required.Select(property => property.Key), Texts(schema["required"]), path + " required"));
        foreach (var (name, property) in properties.Where(property => keys.ContainsKey(property.Key)))
        {
            var propertyType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Compare(propertyType, keys[name]!.AsObject(), root, $"{path}.{name}", differences);
            CompareDefault(type, property, Resolve(keys[name]!.AsObject(), root), $"{path}.{name}", differences);
        }
    }

    private static void CompareDefault(Type type, PropertyInfo property, JsonObject schema, string path, List<string> differences)
    {
        if (schema["default"] is not { } stated)
            return;
        var actual = JsonSerializer.SerializeToNode(property.GetValue(Activator.CreateInstance(type)));
        if (!JsonNode.DeepEquals(actual, stated))
            differences.Add($"{path} is {actual} by default in the record but {stated} in the schema");
    }

    private static IEnumerable<string> Different(IEnumerable<string> record, IEnumerable<string> schema, string what)
    {
        var (left, right) = (record.ToHashSet(), schema.ToHashSet());
        return left.Except(right).Select(name => $"{what} '{name}' is only in the record").Concat(right.Except(left).Select(name => $"{what} '{name}' is only in the schema"));
    }

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(string) || type.IsEnum => "string",
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) => "integer",
        _ when type == typeof(double) => "number",
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => "array",
        _ => "object",
    };

    private static bool ComesFromOtherFiles(PropertyInfo property) =>
        property.DeclaringType == typeof(LearningPath) && property.Name is nameof(LearningPath.Terms) or nameof(LearningPath.Exercises);

    private static string Name(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static IEnumerable<string> Texts(JsonNode? list) => list?.AsArray().Select(item => item!.GetValue<string>()) ?? [];

    private static IEnumerable<(string Path, JsonObject Schema)> Properties(JsonObject root, string path) =>
        Objects(root).SelectMany(schema => schema["properties"]!.AsObject().Select(property => ($"{path}.{property.Key}", Resolve(property.Value!.AsObject(), root))));

    private static IEnumerable<(string Path, JsonObject Schema)> Definitions(JsonObject root) =>
        root["definitions"]!.AsObject().Select(definition => (definition.Key, definition.Value!.AsObject()));

    private static IEnumerable<JsonObject> Objects(JsonObject root) =>
        new[] { root }.Concat(Definitions(root).Select(definition => definition.Schema)).Where(schema => schema.ContainsKey("properties"));

    private static JsonObject WithDefinitions(JsonObject schema, JsonObject root)
    {
        var whole = schema.DeepClone().AsObject();
        whole["definitions"] = root["definitions"]!.DeepClone();
        return whole;
    }

    private static JsonObject Resolve(JsonObject schema, JsonObject root) =>
        schema["$ref"] is { } reference ? root["definitions"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject() : schema;

    private static JsonObject Read(string name)
    {
        using var stream = typeof(ContentReader).Assembly.GetManifestResourceStream(name).ShouldNotBeNull();
        return JsonNode.Parse(stream)!.AsObject();
    }
}
