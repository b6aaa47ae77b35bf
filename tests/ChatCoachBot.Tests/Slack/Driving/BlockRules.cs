using System.Text.Json;

namespace ChatCoachBot.Tests.Slack.Driving;

/// <summary>Slack's limits on blocks (docs.slack.dev/reference/block-kit), and the coach's own rule: no text may begin a mention.</summary>
internal static class BlockRules
{
    private const int LargestMessage = 13_200;

    private static readonly HashSet<string> Known = ["header", "section", "context", "actions", "divider", "input"];

    private static readonly string[] Buttons = ["submit", "close"];

    /// <returns>What is wrong; empty when Slack would take them.</returns>
    public static IReadOnlyList<string> Check(JsonElement blocks, bool isView)
    {
        var faults = new List<string>();
        void Need(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }

        var list = blocks.EnumerateArray().ToList();
        Need(list.Count is > 0 && list.Count <= (isView ? 100 : 50), $"{list.Count} blocks");
        Need(isView || Texts(blocks).Sum(text => text.Length) <= LargestMessage, "msg_blocks_too_long");
        Need(list.Select(block => Text(block, "block_id")).OfType<string>().GroupBy(id => id).All(same => same.Count() == 1), "block_id twice");
        foreach (var block in list)
        {
            Need(Known.Contains(Text(block, "type") ?? ""), "unknown block");
            switch (Text(block, "type"))
            {
                case "header":
                    Need(IsText(block, "text", "plain_text", 150), "header");
                    break;
                case "section":
                    Need(IsText(block, "text", "mrkdwn", 3000), "section");
                    Need(!block.TryGetProperty("accessory", out var accessory) || IsElement(accessory, faults), "accessory");
                    break;
                case "context":
                    var elements = block.GetProperty("elements").EnumerateArray().ToList();
                    Need(elements.Count is > 0 and <= 10 && elements.All(text => Text(text, "text") is { Length: > 0 and <= 3000 }), "context");
                    break;
                case "actions":
                    var buttons = block.GetProperty("elements").EnumerateArray().ToList();
                    Need(buttons.Count is > 0 and <= 25 && buttons.TrueForAll(button => IsElement(button, faults)), "actions");
                    Need(buttons.Select(button => Text(button, "action_id")).Distinct().Count() == buttons.Count, "action_id twice in a block");
                    break;
                case "input":
                    Need(isView && IsText(block, "label", "plain_text", 2000) && IsElement(block.GetProperty("element"), faults), "input");
                    break;
            }
        }

        faults.AddRange(Marked(blocks).Where(text => text.Contains('<', StringComparison.Ordinal)).Select(_ => "a raw < in mrkdwn"));
        return faults;
    }

    public static IReadOnlyList<string> CheckView(JsonElement view)
    {
        var faults = new List<string>(Check(view.GetProperty("blocks"), isView: true));
        if (Text(view, "type") == "modal")
        {
            if (!IsText(view, "title", "plain_text", 24))
            {
                faults.Add("title");
            }

            faults.AddRange(Buttons.Where(name => view.TryGetProperty(name, out _) && !IsText(view, name, "plain_text", 24)));
            var hasInput = view.GetProperty("blocks").EnumerateArray().Any(block => Text(block, "type") == "input");
            if (hasInput && !view.TryGetProperty("submit", out _))
            {
                faults.Add("an input without a submit");
            }
        }

        if (Text(view, "private_metadata") is { Length: > 3000 })
        {
            faults.Add("private_metadata");
        }

        return faults;
    }

    private static bool IsElement(JsonElement element, List<string> faults)
    {
        var holds = Text(element, "action_id") is { Length: > 0 and <= 255 } && Text(element, "type") switch
        {
            "button" => IsText(element, "text", "plain_text", 75) && (Text(element, "value")?.Length ?? 0) <= 2000 && Text(element, "style") is null or "primary" or "danger",
            "static_select" => IsText(element, "placeholder", "plain_text", 150) && Options(element, 100) && HasInitial(element),
            "checkboxes" => Options(element, 10),
            "timepicker" => Text(element, "initial_time") is null or { Length: 5 },
            "plain_text_input" => !element.TryGetProperty("max_length", out var most) || most.GetInt32() <= 3000,
            _ => false,
        };
        if (!holds)
        {
            faults.Add($"element {Text(element, "type")} {Text(element, "action_id")}");
        }

        return holds;
    }

    private static bool HasInitial(JsonElement element) =>
        !element.TryGetProperty("initial_option", out var initial)
        || element.GetProperty("options").EnumerateArray().Any(option => option.GetRawText() == initial.GetRawText());

    private static bool Options(JsonElement element, int most)
    {
        var options = element.GetProperty("options").EnumerateArray().ToList();
        return options.Count is > 0 && options.Count <= most && options.TrueForAll(option => IsText(option, "text", "plain_text", 75) && Text(option, "value") is { Length: > 0 and <= 150 });
    }

    private static bool IsText(JsonElement parent, string name, string type, int longest) =>
        parent.TryGetProperty(name, out var text) && Text(text, "type") == type && Text(text, "text") is { Length: > 0 } value && value.Length <= longest;

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property is { Name: "text", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static IEnumerable<string> Marked(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when Text(element, "type") == "mrkdwn" => [Text(element, "text") ?? ""],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Marked(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Marked),
        _ => [],
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
