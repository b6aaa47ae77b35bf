using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Slack.Api;

namespace ChatCoachBot.Slack;

/// <summary>Shows a reply's pictures behind the message that says the same in words, so that a picture that fails costs nobody a word.</summary>
internal sealed partial class SlackPictures(SlackUploads uploads, ILogger<SlackPictures> log)
{
    private const int LargestPng = 1024 * 1024;

    public async Task ShowAsync(Reply reply, string channel, string? thread, string token, CancellationToken cancellationToken)
    {
        foreach (var picture in reply.Blocks.OfType<Picture>().Where(picture => picture.Png.Length is > 0 and <= LargestPng))
        {
            try
            {
                if (await ShowAsync(picture, channel, thread, token, cancellationToken) is { } refusal)
                {
                    LogNotShown(log, refusal);
                }
            }
            catch (SlackUnclearException fault)
            {
                LogNotShown(log, FaultText.Of(fault));
            }
        }
    }

    /// <returns>Why it is not there; null when it is.</returns>
    private async Task<string?> ShowAsync(Picture picture, string channel, string? thread, string token, CancellationToken cancellationToken)
    {
        var (id, refusal) = await uploads.UploadAsync("picture.png", picture.Png, picture.Words, token, cancellationToken);
        return id is null ? refusal : await uploads.ShowAsync(new UploadedFile(id), channel, thread, token, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Slack: a picture could not be shown; its words are there: {Fault}")]
    private static partial void LogNotShown(ILogger log, string fault);
}
