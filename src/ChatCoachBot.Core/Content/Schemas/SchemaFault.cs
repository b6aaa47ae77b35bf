using System.Globalization;
using ChatCoachBot.Core.Content.Yaml;
using ChatCoachBot.Core.Spelling;
using NJsonSchema.Validation;
using NJsonSchema;
using Newtonsoft.Json.Linq;

namespace ChatCoachBot.Core.Content.Schemas;

/// <summary>Turns an error of the validator into a sentence that says what to do.</summary>
internal static class SchemaFault
{
    public static Fault Explain(ValidationError error, YamlDocument document)
    {
        var pointer = error.Path?[2..] ?? "";
        var isUnknownKey = error.Kind is ValidationErrorKind.NoAdditionalPropertiesAllowed;
        if (error.Kind is ValidationErrorKind.ItemsNotUnique)
            pointer = Repeated(error, pointer);
        var (line, column) = isUnknownKey ? document.Positions.OfKey(pointer) : document.Positions.Of(pointer);
        return new Fault(document.File, line, column, Sentence(error, pointer));
    }

    private static string Sentence(ValidationError error, string pointer)
    {
        var name = Name(pointer);
        var schema = error.Schema.ActualSchema;
        var invariant = CultureInfo.InvariantCulture;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => Missing(error.Property!, schema),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => UnknownKey(error.Property!, schema),
            ValidationErrorKind.StringExpected => $"{name} must be a text{Found(error)}.",
            ValidationErrorKind.NumberExpected => $"{name} must be a number{Found(error)}.",
            ValidationErrorKind.IntegerExpected => $"{name} must be a whole number{Found(error)}.",
            ValidationErrorKind.BooleanExpected => $"{name} must be true or false{Found(error)}.",
            ValidationErrorKind.ArrayExpected => $"{name} must be a list{Found(error)}.",
            ValidationErrorKind.ObjectExpected => $"{name} must have keys and values{Found(error)}.",
            ValidationErrorKind.PatternMismatch => $"{name} {PatternMessage(error, schema)}.",
            ValidationErrorKind.NotInEnumeration => NotOneOf(name, error, schema),
            ValidationErrorKind.StringTooLong => string.Create(invariant, $"{name} is longer than {schema.MaxLength} characters; shorten it."),
            ValidationErrorKind.NumberTooSmall => schema.ExclusiveMinimum is { } above
                ? string.Create(invariant, $"{name} must be above {above}.")
                : string.Create(invariant, $"{name} must be at least {schema.Minimum}."),
            ValidationErrorKind.NumberTooBig => string.Create(invariant, $"{name} must be at most {schema.Maximum}."),
            ValidationErrorKind.TooFewItems => string.Create(invariant, $"{name} needs at least {Count(schema.MinItems)}; add {(schema.MinItems == 1 ? "one" : "them")}."),
            ValidationErrorKind.ItemsNotUnique => $"{name} repeats an item of its list; remove it.",
            _ => $"{name} does not fit the schema ({error.Kind}).",
        };
    }

    private static string Missing(string key, JsonSchema schema)
    {
        var description = schema.ActualProperties[key].ActualSchema.Description;
        return $"'{key}' is missing; add it. {description}";
    }

    private static string UnknownKey(string key, JsonSchema schema)
    {
        var known = schema.ActualProperties.Keys;
        return Nearest.To(key, known) is { } nearest
            ? $"'{key}' is not a key that is known here; did you mean '{nearest}'?"
            : $"'{key}' is not a key that is known here; the keys are {string.Join(", ", known)}.";
    }

    private static string NotOneOf(string name, ValidationError error, JsonSchema schema)
    {
        var allowed = schema.Enumeration.OfType<string>().ToList();
        var typed = error.Token?.ToString() ?? "";
        var meant = Nearest.To(typed, allowed) is { } nearest ? $"did you mean '{nearest}'?" : $"use one of {string.Join(", ", allowed)}.";
        return $"{name} cannot be '{Short(typed)}'; {meant}";
    }

    private static string PatternMessage(ValidationError error, JsonSchema schema)
    {
        var message = schema.ExtensionData?["patternErrorMessage"] ?? $"does not match {schema.Pattern}";
        var typed = error.Token?.ToString() ?? "";
        return string.IsNullOrWhiteSpace(typed) ? $"{message}" : $"'{Short(typed)}' {message}";
    }

    private static string Found(ValidationError error) => error.Token?.Type switch
    {
        null or JTokenType.Null => ", but nothing is there",
        JTokenType.String => error.Kind is ValidationErrorKind.ArrayExpected ? ", but this is a text; write [it] in brackets" : ", but this is a text",
        JTokenType.Integer or JTokenType.Float when error.Kind is ValidationErrorKind.StringExpected => ", but this is a number; put it in quotes",
        JTokenType.Boolean when error.Kind is ValidationErrorKind.StringExpected => ", but this is true or false; put it in quotes",
        JTokenType.Integer or JTokenType.Float => ", but this is a number",
        JTokenType.Boolean => ", but this is true or false",
        JTokenType.Array => ", but this is a list",
        JTokenType.Object when error.Kind is ValidationErrorKind.StringExpected => ", but it was read as 'key: value'; put it in quotes",
        _ => ", but this has keys and values",
    };

    private static string Repeated(ValidationError error, string pointer)
    {
        var items = ((JArray)error.Token!).ToList();
        var repeated = items.FindIndex(item => items.TakeWhile(other => other != item).Any(other => JToken.DeepEquals(other, item)));
        return Positions.Item(pointer, Math.Max(0, repeated));
    }

    /// <summary>The last key of the pointer, in quotes; what stands in a list is called by the list.</summary>
    private static string Name(string pointer)
    {
        var key = pointer[(pointer.LastIndexOf('.') + 1)..];
        var list = key.IndexOf('[', StringComparison.Ordinal);
        return list switch
        {
            _ when key.Length == 0 => "The file",
            < 0 => $"'{key}'",
            0 => "This item",
            _ => $"An item of '{key[..list]}'",
        };
    }

    private static string Count(int items) => items == 1 ? "one item" : string.Create(CultureInfo.InvariantCulture, $"{items} items");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
