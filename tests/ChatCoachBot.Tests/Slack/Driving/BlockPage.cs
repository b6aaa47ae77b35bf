using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Tests.Slack.Driving;

/// <summary>Draws blocks much as Slack does, to be looked at. It is a sketch: what counts is in the blocks.</summary>
internal static partial class BlockPage
{
    public static string Draw(string title, IEnumerable<(string Who, JsonElement Blocks)> messages)
    {
        var html = new StringBuilder($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title><style>{Style}</style><main>");
        foreach (var (who, blocks) in messages)
        {
            html.Append("<article><div class=\"face\">").Append(who[0]).Append("</div><div><b>").Append(who).Append("</b>");
            foreach (var block in blocks.EnumerateArray())
            {
                html.Append(Block(block));
            }

            html.Append("</div></article>");
        }

        return html.Append("</main></html>").ToString();
    }

    /// <summary>What a person typed, as a block.</summary>
    public static JsonElement Typed(string text) => JsonSerializer.SerializeToElement(new[] { new { type = "section", text = new { type = "mrkdwn", text = WebUtility.HtmlEncode(text) } } });

    private static string Block(JsonElement block) => block.GetProperty("type").GetString() switch
    {
        "header" => $"<h2>{Text(block.GetProperty("text"))}</h2>",
        "section" => $"<div class=\"section\"><div>{Text(block.GetProperty("text"))}</div>{(block.TryGetProperty("accessory", out var accessory) ? Element(accessory) : "")}</div>",
        "context" => $"<div class=\"context\">{string.Join(' ', block.GetProperty("elements").EnumerateArray().Select(Text))}</div>",
        "actions" => $"<div class=\"actions\">{string.Concat(block.GetProperty("elements").EnumerateArray().Select(Element))}</div>",
        "input" => $"<label>{Text(block.GetProperty("label"))}</label>{Element(block.GetProperty("element"))}",
        "divider" => "<hr>",
        _ => "",
    };

    private static string Element(JsonElement element) => element.GetProperty("type").GetString() switch
    {
        "button" => $"<button class=\"{(element.TryGetProperty("style", out var style) ? style.GetString() : "")}\">{Text(element.GetProperty("text"))}</button>",
        "static_select" => $"<button>{(element.TryGetProperty("initial_option", out var chosen) ? Text(chosen.GetProperty("text")) : Text(element.GetProperty("placeholder")))} ▾</button>",
        "timepicker" => $"<button>{(element.TryGetProperty("initial_time", out var time) ? time.GetString() : "–")}</button>",
        "checkboxes" => $"<div>{string.Concat(element.GetProperty("options").EnumerateArray().Select(option => $"<div>{(IsChosen(element, option) ? "☑" : "☐")} {Text(option.GetProperty("text"))}</div>"))}</div>",
        "plain_text_input" => $"<div class=\"input{(element.TryGetProperty("multiline", out var many) && many.GetBoolean() ? " tall" : "")}\">{(element.TryGetProperty("initial_value", out var value) ? WebUtility.HtmlEncode(value.GetString()) : "")}</div>",
        _ => "",
    };

    private static bool IsChosen(JsonElement element, JsonElement option) =>
        element.TryGetProperty("initial_options", out var chosen) && chosen.EnumerateArray().Any(one => one.GetProperty("value").GetString() == option.GetProperty("value").GetString());

    /// <summary>Slack's marks: the texts are escaped already, but for the signs that mark.</summary>
    private static string Text(JsonElement text)
    {
        var value = text.GetProperty("text").GetString()!;
        if (text.GetProperty("type").GetString() == "plain_text")
        {
            return WebUtility.HtmlEncode(value);
        }

        var lines = value.Split('\n').Select(line => line.StartsWith("> ", StringComparison.Ordinal) ? $"<blockquote>{Marks(line[2..])}</blockquote>" : Marks(line) + "<br>");
        return string.Concat(lines);
    }

    private static string Marks(string line) => Emoji(Bold().Replace(Code().Replace(line, "<code>$1</code>"), "<b>$1</b>"));

    /// <summary>Slack brings its own pictures; a machine without such a font has none.</summary>
    private static string Emoji(string line) => line
        .Replace("🟩", Square("#36a64f"), StringComparison.Ordinal)
        .Replace("🟨", Square("#f2c744"), StringComparison.Ordinal)
        .Replace("🟧", Square("#e8912d"), StringComparison.Ordinal)
        .Replace("⬜", Square("light-dark(#ddd, #44484d)"), StringComparison.Ordinal)
        .Replace("💡", "<b style=\"color:#1d9bd1\">i</b>", StringComparison.Ordinal)
        .Replace("❗", "<b style=\"color:#e01e5a\">!</b>", StringComparison.Ordinal);

    private static string Square(string colour) => $"<i style=\"display:inline-block;width:14px;height:14px;border-radius:2px;margin-right:2px;vertical-align:-2px;background:{colour}\"></i>";

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\w)\*([^*]+)\*(?!\w)")]
    private static partial Regex Bold();

    private const string Style =
        """
        body { margin: 0; background: light-dark(#fff, #1a1d21); color: light-dark(#1d1c1d, #d1d2d3); font: 15px/1.45 Lato, system-ui, sans-serif }
        main { max-width: 680px; padding: 14px 18px } article { display: flex; gap: 10px; margin: 0 0 16px }
        .face { font-weight: 700; width: 36px; height: 36px; border-radius: 8px; background: light-dark(#dfe9e6, #2c4a45); display: grid; place-items: center; flex: none }
        h2 { font-size: 18px; margin: 6px 0 } blockquote { margin: 2px 0; padding-left: 12px; border-left: 4px solid light-dark(#ddd, #5b5d60) }
        .section { display: flex; justify-content: space-between; gap: 16px; margin: 6px 0 } .context { font-size: 13px; color: light-dark(#616061, #ababad); margin: 4px 0 }
        .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 } button { font: inherit; font-weight: 700; font-size: 14px; padding: 5px 12px; border-radius: 8px; border: 1px solid light-dark(#bbb, #565856); background: none; color: inherit }
        button.primary { background: #007a5a; border-color: #007a5a; color: #fff } code { background: light-dark(#f4f4f4, #2c2e31); border: 1px solid light-dark(#ddd, #444); border-radius: 3px; padding: 1px 3px; color: light-dark(#c01343, #e8912d) }
        .input { border: 1px solid light-dark(#999, #666); border-radius: 6px; padding: 6px 10px; margin: 4px 0; min-height: 22px } .tall { min-height: 110px } hr { border: 0; border-top: 1px solid light-dark(#ddd, #444) }
        """;
}
