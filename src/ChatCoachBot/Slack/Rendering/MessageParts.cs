using System.Text.Json;

namespace ChatCoachBot.Slack.Rendering;

/// <summary>Blocks in as many messages as Slack's sizes ask for: nearly always one.</summary>
internal static class MessageParts
{
    public static IReadOnlyList<IReadOnlyList<SlackBlock>> Of(IReadOnlyList<SlackBlock> blocks)
    {
        var parts = new List<IReadOnlyList<SlackBlock>>();
        var part = new List<SlackBlock>();
        var size = 0;
        foreach (var block in blocks)
        {
            var length = JsonSerializer.SerializeToUtf8Bytes(block, SlackJson.Default.SlackBlock).Length;
            if (part.Count == BlockKit.MostBlocks || (part.Count > 0 && size + length > BlockKit.LongestMessage))
            {
                parts.Add(part);
                (part, size) = ([], 0);
            }

            part.Add(block);
            size += length;
        }

        parts.Add(part);
        return parts;
    }
}
