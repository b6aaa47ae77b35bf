using System.Text.Json;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Slack.Rendering;

/// <summary>The form to write a long answer in, and what it shows of the grade.</summary>
internal static class AnswerView
{
    public const string CallbackId = "answer";
    public const string InputBlock = "answer";
    public const string InputAction = "text";

    /// <param name="origin">What is known of the answer already; the form gives it back.</param>
    public static SlackView Open(Exercise exercise, Origin origin) => new(
        "modal",
        [
            .. ReplyBlocks.Of(Reply.Of([Passage.Of(exercise.Prompt), .. exercise.Text is { } text ? [Passage.Of(text)] : Array.Empty<Block>()])).Take(BlockKit.MostBlocksInView - 1),
            new InputBlock(SlackText.Plain("Your answer", BlockKit.LongestButton), new TextInputElement
            {
                ActionId = InputAction,
                Multiline = true,
                MinLength = 1,
                MaxLength = BlockKit.LongestInput,
            })
            {
                BlockId = InputBlock,
            },
        ])
    {
        CallbackId = CallbackId,
        Title = SlackText.Plain("Your answer", BlockKit.LongestTitle),
        Submit = SlackText.Plain("Send", BlockKit.LongestTitle),
        Close = SlackText.Plain("Not now", BlockKit.LongestTitle),
        PrivateMetadata = JsonSerializer.Serialize(origin, SlackJson.Default.Origin),
    };

    /// <summary>The same form with the grade in it. Its buttons stay where the reply stays.</summary>
    public static SlackView Graded(Reply reply) => new(
        "modal",
        [.. ReplyBlocks.Of(new Reply([.. reply.Blocks.Where(block => block is not (Choices or AnswerForm))])).Take(BlockKit.MostBlocksInView - 1), Kept])
    {
        Title = SlackText.Plain("Your answer", BlockKit.LongestTitle),
        Close = SlackText.Plain("Close", BlockKit.LongestTitle),
    };

    private static ContextBlock Kept => new([SlackText.Marked("I keep this for you in our direct messages.")]);
}
