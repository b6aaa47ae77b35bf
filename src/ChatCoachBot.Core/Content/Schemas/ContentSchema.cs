using System.Reflection;
using ChatCoachBot.Core.Content.Yaml;
using NJsonSchema;
using NJsonSchema.Validation;

namespace ChatCoachBot.Core.Content.Schemas;

/// <summary>One of the schemas of <c>content/schema</c>, as embedded: what editors complete from is what the reader checks.</summary>
internal sealed class ContentSchema
{
    private readonly Lazy<JsonSchema> _schema;

    private ContentSchema(string name) => _schema = new Lazy<JsonSchema>(() => Load(name));

    public static ContentSchema Path { get; } = new("path.schema.json");

    public static ContentSchema Terms { get; } = new("terms.schema.json");

    public static ContentSchema Exercise { get; } = new("exercise.schema.json");

    public IEnumerable<Fault> Validate(YamlDocument document)
    {
        var errors = _schema.Value.Validate(document.Root?.ToJsonString() ?? "null").SelectMany(Leaves).ToList();
        return WithoutConsequences(errors).Select(error => SchemaFault.Explain(error, document));
    }

    /// <summary>An error inside a list arrives wrapped once for each list around it.</summary>
    private static IEnumerable<ValidationError> Leaves(ValidationError error) => error is ChildSchemaValidationError child
        ? child.Errors.Values.SelectMany(inner => inner).SelectMany(Leaves)
        : [error];

    /// <summary>What has the wrong type lacks keys and breaks patterns as well; the type says it all.</summary>
    private static IEnumerable<ValidationError> WithoutConsequences(IReadOnlyCollection<ValidationError> errors)
    {
        var mistyped = errors.Where(IsTypeError).Select(error => error.Path).ToHashSet(StringComparer.Ordinal);
        return errors.Where(error => IsTypeError(error) || !(mistyped.Contains(error.Path) || MissesKeyOf(error, mistyped)));
    }

    private static bool MissesKeyOf(ValidationError error, HashSet<string?> mistyped) => error.Kind is ValidationErrorKind.PropertyRequired
        && mistyped.Contains(error.Path![..^error.Property!.Length].TrimEnd('.'));

    private static bool IsTypeError(ValidationError error) => error.Kind is ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected
        or ValidationErrorKind.IntegerExpected or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ArrayExpected or ValidationErrorKind.ObjectExpected;

    private static JsonSchema Load(string name)
    {
#pragma warning disable RS0030 // A resource of this assembly is not input: it is part of the program.
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new System.IO.StreamReader(stream);
        var text = reader.ReadToEnd();
#pragma warning restore RS0030

        // Asynchronous only for the sake of references to other documents, which these schemas do not have.
        return JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();
    }
}
