using System.Text.Json;

namespace ChatCoachBot.Tests.Teams.Driving;

/// <summary>What version 1.5 of the Adaptive Cards schema (adaptivecards.io/explorer) and Teams ask of the cards that a bot may send: known types, known keys, allowed words, what is required.</summary>
internal static class CardRules
{
    private static readonly string[] OfEveryElement = ["type", "id", "spacing", "separator", "isVisible", "height", "fallback", "requires"];

    private static readonly Dictionary<string, (string[] Required, string[] Others)> Types = new()
    {
        ["AdaptiveCard"] = (["version", "body"], ["$schema", "speak", "msteams", "fallbackText", "actions"]),
        ["TextBlock"] = (["text"], ["wrap", "style", "size", "weight", "color", "isSubtle", "fontType", "maxLines", "horizontalAlignment"]),
        ["RichTextBlock"] = (["inlines"], ["horizontalAlignment"]),
        ["TextRun"] = (["text"], ["weight", "color", "isSubtle", "italic", "fontType", "size", "highlight", "strikethrough", "underline"]),
        ["Image"] = (["url", "altText"], ["size", "style", "width", "horizontalAlignment", "backgroundColor", "selectAction", "msteams"]),
        ["Container"] = (["items"], ["style", "bleed", "verticalContentAlignment"]),
        ["ActionSet"] = (["actions"], []),
        ["Input.Text"] = (["id"], ["label", "isMultiline", "isRequired", "errorMessage", "placeholder", "maxLength", "value", "style", "regex"]),
        ["Action.Submit"] = ([], ["title", "data", "associatedInputs", "style", "tooltip", "iconUrl"]),
        ["Action.OpenUrl"] = (["url"], ["title", "style", "tooltip", "iconUrl"]),
        ["Action.Execute"] = ([], ["title", "data", "verb", "associatedInputs", "style", "tooltip", "iconUrl"]),
    };

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["spacing"] = ["None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"],
        ["size"] = ["Default", "Small", "Medium", "Large", "ExtraLarge"],
        ["weight"] = ["Default", "Lighter", "Bolder"],
        ["color"] = ["Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"],
        ["fontType"] = ["Default", "Monospace"],
        ["associatedInputs"] = ["auto", "none"],
    };

    private static readonly Dictionary<string, string[]> ImageWords = new()
    {
        ["spacing"] = Words["spacing"],
        ["size"] = ["Auto", "Stretch", "Small", "Medium", "Large"],
    };

    /// <summary>What is wrong with a card; nothing when it is well.</summary>
    public static IEnumerable<string> Faults(JsonElement card)
    {
        if (Text(card, "type") != "AdaptiveCard" || Text(card, "version") is not ("1.5" or "1.4" or "1.3"))
        {
            yield return "no card of a version that Teams shows";
        }

        foreach (var fault in Check(card, "card"))
        {
            yield return fault;
        }

        var ids = Elements(card).Where(element => Text(element, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true).Select(element => Text(element, "id")).ToList();
        if (ids.Distinct().Count() != ids.Count)
        {
            yield return "two inputs have one id";
        }
    }

    /// <summary>Every object of a card that has a type.</summary>
    public static IEnumerable<JsonElement> Elements(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("type", out _))
            {
                yield return element;
            }

            foreach (var inner in element.EnumerateObject().Where(property => property.Name is not "data").SelectMany(property => Elements(property.Value)))
            {
                yield return inner;
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var inner in element.EnumerateArray().SelectMany(Elements))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<string> Check(JsonElement element, string place)
    {
        var type = Text(element, "type") ?? "";
        if (!Types.TryGetValue(type, out var keys))
        {
            yield return $"{place}: the type {type} is not known";
            yield break;
        }

        foreach (var missing in keys.Required.Where(key => !element.TryGetProperty(key, out _)))
        {
            yield return $"{place}: a {type} needs {missing}";
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!keys.Required.Concat(keys.Others).Concat(OfEveryElement).Contains(property.Name))
            {
                yield return $"{place}: a {type} has no {property.Name}";
            }

            if ((type == "Image" ? ImageWords : Words).TryGetValue(property.Name, out var words) && !words.Contains(property.Value.GetString()))
            {
                yield return $"{place}: {property.Name} cannot be {property.Value}";
            }

            if (property.Name == "url" && !(Uri.TryCreate(property.Value.GetString(), UriKind.Absolute, out var url) && url is { Scheme: "https", OriginalString.Length: < 2000 }))
            {
                yield return $"{place}: Teams fetches nothing from {property.Value}";
            }

            if (property.Name is "text" or "title" or "label" or "altText" && (property.Value.ValueKind != JsonValueKind.String || property.Value.GetString()!.Length == 0))
            {
                yield return $"{place}: {property.Name} must be a text";
            }

            if (property.Name is "body" or "items" or "inlines" or "actions")
            {
                if (property.Value.ValueKind != JsonValueKind.Array || property.Value.GetArrayLength() == 0 || (property.Name == "actions" && property.Value.GetArrayLength() > 6))
                {
                    yield return $"{place}: {property.Name} must be a list, and no more than six actions";
                }

                foreach (var fault in property.Value.EnumerateArray().SelectMany((inner, index) => Check(inner, $"{place}.{property.Name}[{index}]")))
                {
                    yield return fault;
                }
            }
        }
    }

    private static string? Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
