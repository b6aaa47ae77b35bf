using System.Globalization;
using System.Text;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Slack.Rendering;

/// <summary>A reply without its looks: for notifications and for who has it read aloud. Escaped, since Slack looks for mentions here too.</summary>
internal static class PlainText
{
    public static string Of(Reply reply)
    {
        var text = new StringBuilder();
        foreach (var line in reply.Blocks.SelectMany(Lines).Where(line => line.Length > 0))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(MarkedText.Unstressed(line));
        }

        return Mrkdwn.Escape(Cut.At(text.Length == 0 ? "…" : text.ToString(), BlockKit.LongestText));
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Heading heading => [heading.Text],
        Caption caption => [caption.Text],
        Passage passage => [passage.Text],
        Facts facts => facts.Items.Select(fact => $"{fact.Label}: {fact.Value}"),
        Bullets bullets => bullets.Items.Select((item, index) => bullets.Numbered ? $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. {item}" : item),
        ScoreBar score => [$"{score.Label}: {Whole(score.Score)}%"],
        Findings findings => findings.Items.Select(finding => $"{finding.MarkInWords} {finding.Text}{(finding.Quote is { } quote ? $" “{quote}”" : "")}"),
        Bars bars => bars.Items.Select(bar => $"{bar.Label}: {bar.Figure}"),
        Picture picture => [picture.Words],
        Chart chart => [chart.Words],
        // A button says its name itself, and a link is not for whoever sees a notification.
        _ => [],
    };

    private static string Whole(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture);
}
