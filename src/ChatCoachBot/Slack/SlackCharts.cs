using ChatCoachBot.Charts;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Rendering;

namespace ChatCoachBot.Slack;

/// <summary>
/// Shows a reply's charts as pictures. They are uploaded before the message is posted, so that it has the bars itself when Slack takes
/// no picture, and shown behind it.
/// </summary>
internal sealed partial class SlackCharts(SlackUploads uploads, SlackApi api, TimeProvider time, ILogger<SlackCharts> log)
{
    /// <summary>The message must not come late for its picture.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(3);

    /// <returns>Those that Slack took; the others are to be shown as bars.</returns>
    public async Task<IReadOnlyList<UploadedChart>> UploadAsync(Reply reply, string token, CancellationToken cancellationToken)
    {
        List<UploadedChart> uploaded = [];
        foreach (var chart in reply.Blocks.OfType<Chart>())
        {
            if (await TryAsync(cancel => uploads.UploadAsync("chart.png", ChartDrawing.PngOf(chart), chart.Words, token, cancel), cancellationToken) is { } id)
            {
                uploaded.Add(new UploadedChart(chart, new UploadedFile(id, chart.Title)));
            }
        }

        return uploaded;
    }

    /// <summary>The message whose charts follow it.</summary>
    public static Reply Before(IReadOnlyList<UploadedChart> charts, Reply reply) => charts.Count == 0
        ? reply
        : new Reply([.. reply.Blocks.Select(block => block is Chart chart && charts.Any(shown => ReferenceEquals(shown.Chart, chart)) ? new Caption(Texts.ChartBelow(chart)) : block)]);

    public async Task ShowAsync(IReadOnlyList<UploadedChart> charts, string channel, string? thread, string token, CancellationToken cancellationToken)
    {
        foreach (var (chart, file) in charts)
        {
            var shown = await TryAsync(
                async cancel => await uploads.ShowAsync(file, channel, thread, token, cancel) is { } refusal ? (null, refusal) : (file.Id, null),
                cancellationToken);
            if (shown is null)
            {
                await SayAsync(Reply.Of([.. chart.AsBars()]), channel, thread, token, cancellationToken);
            }
        }
    }

    /// <summary>The message said that the chart follows, so the bars do. It is there already, so nothing that goes wrong now may have it sent again.</summary>
    private async Task SayAsync(Reply bars, string channel, string? thread, string token, CancellationToken cancellationToken)
    {
        try
        {
            var message = new SlackMessage(channel, PlainText.Of(bars), ReplyBlocks.Of(bars)) { ThreadTs = thread };
            var answer = await api.SayAsync("chat.postMessage", token, message, SlackJson.Default.SlackMessage, cancellationToken);
            if (answer.Error is { } refusal)
            {
                LogNotSaid(log, refusal);
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSaid(log, FaultText.Of(fault));
        }
    }

    /// <summary>Whatever goes wrong with a picture, even drawing it, the learner gets the message and the figures.</summary>
    private async Task<string?> TryAsync(Func<CancellationToken, Task<(string? Id, string? Refusal)>> step, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestStep, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var (id, refusal) = await step(patience.Token);
            if (refusal is not null)
            {
                LogNotShown(log, refusal);
            }

            return id;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotShown(log, FaultText.Of(fault));
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Slack: a chart is shown as text, since its picture could not be: {Fault}")]
    private static partial void LogNotShown(ILogger log, string fault);

    [LoggerMessage(LogLevel.Warning, "Slack: a chart could not be shown at all: {Fault}")]
    private static partial void LogNotSaid(ILogger log, string fault);
}

/// <summary>A chart whose picture Slack has.</summary>
internal sealed record UploadedChart(Chart Chart, UploadedFile File);
