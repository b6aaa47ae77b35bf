using System.Text.Json;

namespace ChatCoachBot.Slack.Rendering;

/// <summary>Blocks in as many messages as Slack's sizes ask for.</summary>
internal static class MessageParts
{
    public static IReadOnlyList<IReadOnlyList<SlackBlock>> Of(IReadOnlyList<SlackBlock> blocks) => SizedParts.Of(
        blocks, static block => JsonSerializer.SerializeToUtf8Bytes(block, SlackJson.Default.SlackBlock).Length, BlockKit.LongestMessage, BlockKit.MostBlocks);
}
