using System.Text.Json;
using System.Text.Json.Serialization;
using ChatCoachBot.Teams.Receiving;

namespace ChatCoachBot.Teams.Rendering;

/// <summary>An Adaptive Card, version 1.5 (adaptivecards.io/explorer): the parts of it that are used.</summary>
internal sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version { get; } = "1.5";

    /// <summary>What is read aloud.</summary>
    public string? Speak { get; init; }

    /// <summary>Uses the width that Teams has.</summary>
    [JsonPropertyName("msteams")]
    public CardWidth? Teams { get; init; } = new("Full");
}

internal sealed record CardWidth(string Width);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(CardImage), "Image")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
internal abstract record CardElement
{
    public string? Spacing { get; init; }

    public bool? Separator { get; init; }
}

/// <param name="Text">In it Markdown is read: only a text that has been escaped may stand here.</param>
internal sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; } = true;

    /// <summary><c>heading</c> tells a screen reader.</summary>
    public string? Style { get; init; }

    public string? Size { get; init; }

    public string? Weight { get; init; }
}

/// <summary>Text in which nothing but letters is read: what people and content say stands in these.</summary>
internal sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement;

internal sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public string? Weight { get; init; }

    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public bool? Italic { get; init; }

    public string? FontType { get; init; }

    public string? Size { get; init; }
}

/// <param name="AltText">All that it shows.</param>
internal sealed record CardImage(string Url, string AltText) : CardElement
{
    public string Size { get; } = "Stretch";

    /// <summary>Lets people look at it in full size (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).</summary>
    [JsonPropertyName("msteams")]
    public ImageExpansion Teams { get; } = new(true);
}

internal sealed record ImageExpansion(bool AllowExpand);

internal sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public string? Style { get; init; }
}

internal sealed record ActionSet(IReadOnlyList<CardButton> Actions) : CardElement;

internal sealed record TextInput(string Id, string Label) : CardElement
{
    public bool IsMultiline { get; } = true;

    public bool IsRequired { get; } = true;

    public required string ErrorMessage { get; init; }

    public required string Placeholder { get; init; }

    public int MaxLength { get; } = 4000;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SubmitButton), "Action.Submit")]
[JsonDerivedType(typeof(ExecuteButton), "Action.Execute")]
[JsonDerivedType(typeof(OpenButton), "Action.OpenUrl")]
internal abstract record CardButton(string Title);

/// <summary>Arrives as a message without text.</summary>
internal sealed record SubmitButton(string Title, CardSubmission Data) : CardButton(Title)
{
    /// <summary>A button that says a word does not ask for an answer in the input.</summary>
    public string? AssociatedInputs { get; init; } = "none";
}

/// <summary>Arrives as an invoke, whose answer takes the card's place.</summary>
internal sealed record ExecuteButton(string Title, CardSubmission Data) : CardButton(Title)
{
    public required string Verb { get; init; }

    public string Style { get; } = "positive";

    /// <summary>For a client that knows no <c>Action.Execute</c>.</summary>
    public SubmitFallback Fallback => new(Title, Data);
}

/// <summary>Opens a page in the browser.</summary>
internal sealed record OpenButton(string Title, string Url) : CardButton(Title);

internal sealed record SubmitFallback(string Title, CardSubmission Data)
{
    public string Type { get; } = "Action.Submit";
}

/// <summary>What an invoke of a card is answered with.</summary>
internal sealed record CardAnswer(int StatusCode, string Type, JsonElement Value)
{
    public static CardAnswer Of(AdaptiveCard card) => new(200, AdaptiveCard.ContentType, JsonSerializer.SerializeToElement(card, CardJson.Default.AdaptiveCard));

    public static CardAnswer Message(string text) => new(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, CardJson.Default.String));

    public static CardAnswer Error(int status, string code, string message) =>
        new(status, "application/vnd.microsoft.error", JsonSerializer.SerializeToElement(new CardError(code, message), CardJson.Default.CardError));
}

internal sealed record CardError(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(CardAnswer))]
[JsonSerializable(typeof(CardError))]
[JsonSerializable(typeof(string))]
internal sealed partial class CardJson : JsonSerializerContext;
