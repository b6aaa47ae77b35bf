using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using ChatCoachBot.Slack.Api;

namespace ChatCoachBot.Slack;

/// <summary>Puts pictures into Slack, and shows them (docs.slack.dev/messaging/working-with-files), so that Slack need not reach this host.</summary>
internal sealed class SlackUploads(SlackApi api)
{
    /// <summary>Nobody sees it yet.</summary>
    /// <param name="words">All that it shows, for who cannot see it.</param>
    /// <returns>Slack's id of it, or why it was not taken.</returns>
    /// <exception cref="SlackUnclearException">Nobody knows whether it is there.</exception>
    public async Task<(string? Id, string? Refusal)> UploadAsync(string name, byte[] png, string words, string token, CancellationToken cancellationToken)
    {
        var place = await api.AskAsync(
            "files.getUploadURLExternal", token, cancellationToken,
            ("filename", name), ("length", png.Length.ToString(CultureInfo.InvariantCulture)), ("alt_txt", words));
        if (place.Text("file_id") is not { } id || api.Trusted(place.Text("upload_url")) is not { } address)
        {
            return (null, place.Error ?? "no address to upload to");
        }

        var uploaded = await api.UploadAsync(address, png, MediaTypeNames.Image.Png, cancellationToken);
        return uploaded.Error is { } refusal ? (null, refusal) : (id, null);
    }

    /// <returns>Why it is not shown; null when it is.</returns>
    /// <exception cref="SlackUnclearException">Nobody knows whether it is shown.</exception>
    public async Task<string?> ShowAsync(UploadedFile file, string channel, string? thread, string token, CancellationToken cancellationToken) => (await api.AskAsync(
        "files.completeUploadExternal", token, cancellationToken,
        ("files", JsonSerializer.Serialize([file], SlackJson.Default.IReadOnlyListUploadedFile)), ("channel_id", channel), ("thread_ts", thread))).Error;
}
