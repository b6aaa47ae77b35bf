using System.Text.Json.Serialization;

namespace ChatCoachBot.Slack.Rendering;

/// <summary>The parts of Slack's Block Kit that the coach uses (docs.slack.dev/reference/block-kit), and their limits.</summary>
internal static class BlockKit
{
    public const int MostBlocks = 50;
    public const int MostBlocksInView = 100;
    public const int LongestSection = 3000;
    public const int LongestHeader = 150;
    public const int LongestButton = 75;
    public const int LongestValue = 2000;
    public const int LongestOption = 75;
    public const int LongestOptionValue = 150;
    public const int LongestTitle = 24;
    public const int LongestInput = 3000;
    public const int MostButtons = 25;
    public const int MostOptions = 100;

    /// <summary>Characters in all blocks of a message. Slack names no limit, and refuses from about 13,200.</summary>
    public const int LongestMessage = 12_000;

    /// <summary>The plain text beside the blocks. Slack cuts at 40,000; nobody listens to so much.</summary>
    public const int LongestText = 3000;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(InputBlock), "input")]
internal abstract record SlackBlock
{
    public string? BlockId { get; init; }
}

internal sealed record HeaderBlock(SlackText Text) : SlackBlock;

internal sealed record SectionBlock(SlackText Text) : SlackBlock
{
    public SlackElement? Accessory { get; init; }
}

internal sealed record ContextBlock(IReadOnlyList<SlackText> Elements) : SlackBlock;

internal sealed record ActionsBlock(IReadOnlyList<SlackElement> Elements) : SlackBlock;

internal sealed record DividerBlock : SlackBlock;

internal sealed record InputBlock(SlackText Label, SlackElement Element) : SlackBlock
{
    public SlackText? Hint { get; init; }

    public bool? DispatchAction { get; init; }
}

/// <summary>A text of Slack's: plain, or with Slack's marks in it.</summary>
internal sealed record SlackText
{
    private SlackText(string type, string text, bool? emoji) => (Type, Text, Emoji) = (type, text, emoji);

    public string Type { get; }

    public string Text { get; }

    public bool? Emoji { get; }

    /// <summary>Shown as it is: no marks, no mentions, no emoji codes.</summary>
    public static SlackText Plain(string text, int longest) => new("plain_text", Cut.At(text, longest), false);

    /// <param name="text">From <see cref="Mrkdwn"/>: escaped already.</param>
    public static SlackText Marked(string text) => new("mrkdwn", text, null);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(SelectElement), "static_select")]
[JsonDerivedType(typeof(CheckboxesElement), "checkboxes")]
[JsonDerivedType(typeof(TimePickerElement), "timepicker")]
[JsonDerivedType(typeof(TextInputElement), "plain_text_input")]
internal abstract record SlackElement
{
    public required string ActionId { get; init; }
}

internal sealed record ButtonElement(SlackText Text) : SlackElement
{
    public string? Value { get; init; }

    /// <summary>Opens in the browser. That it was pressed is told too, and means nothing.</summary>
    public string? Url { get; init; }

    /// <summary>Slack knows "primary" and "danger"; null is the usual look.</summary>
    public string? Style { get; init; }
}

internal sealed record SelectElement(SlackText Placeholder, IReadOnlyList<SlackOption> Options) : SlackElement
{
    public SlackOption? InitialOption { get; init; }
}

internal sealed record CheckboxesElement(IReadOnlyList<SlackOption> Options) : SlackElement
{
    public IReadOnlyList<SlackOption>? InitialOptions { get; init; }
}

internal sealed record TimePickerElement(SlackText Placeholder) : SlackElement
{
    /// <summary>As HH:mm.</summary>
    public string? InitialTime { get; init; }
}

internal sealed record TextInputElement : SlackElement
{
    public bool Multiline { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? InitialValue { get; init; }

    public SlackText? Placeholder { get; init; }

    public DispatchConfig? DispatchActionConfig { get; init; }
}

internal sealed record DispatchConfig(IReadOnlyList<string> TriggerActionsOn);

internal sealed record SlackOption(SlackText Text, string Value)
{
    public static SlackOption Of(string text, string value) => new(SlackText.Plain(text, BlockKit.LongestOption), value);
}

/// <summary>A form over the conversation, or a person's home page.</summary>
internal sealed record SlackView(string Type, IReadOnlyList<SlackBlock> Blocks)
{
    public string? CallbackId { get; init; }

    public SlackText? Title { get; init; }

    public SlackText? Submit { get; init; }

    public SlackText? Close { get; init; }

    /// <summary>Comes back with what was filled in.</summary>
    public string? PrivateMetadata { get; init; }
}
