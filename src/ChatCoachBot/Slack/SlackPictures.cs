using System.Globalization;
using System.Net.Mime;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Slack.Api;

namespace ChatCoachBot.Slack;

/// <summary>
/// Shows a reply's pictures by uploading them (docs.slack.dev/messaging/working-with-files), behind the message that says the same in
/// words: so that Slack need not reach this host, and a picture that fails costs nobody a word.
/// </summary>
internal sealed partial class SlackPictures(SlackApi api, ILogger<SlackPictures> log)
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
        var place = await api.AskAsync(
            "files.getUploadURLExternal", token, cancellationToken,
            ("filename", "picture.png"), ("length", picture.Png.Length.ToString(CultureInfo.InvariantCulture)), ("alt_txt", picture.Words));
        if (place.Text("file_id") is not { } id || api.Trusted(place.Text("upload_url")) is not { } address)
        {
            return place.Error ?? "no address to upload to";
        }

        var uploaded = await api.UploadAsync(address, picture.Png, MediaTypeNames.Image.Png, cancellationToken);
        return uploaded.Error ?? (await api.AskAsync(
            "files.completeUploadExternal", token, cancellationToken,
            ("files", $$"""[{"id":"{{id}}"}]"""), ("channel_id", channel), ("thread_ts", thread))).Error;
    }

    [LoggerMessage(LogLevel.Warning, "Slack: a picture could not be shown; its words are there: {Fault}")]
    private static partial void LogNotShown(ILogger log, string fault);
}
