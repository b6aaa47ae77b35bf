using System.Globalization;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Slack.Rendering;

/// <summary>A reply as Slack's blocks. No text is lost: what is too long for one block goes on in the next.</summary>
internal static class ReplyBlocks
{
    private const int BarWidth = 10;
    private const int ShortLine = 70;

    public static IReadOnlyList<SlackBlock> Of(Reply reply)
    {
        var form = reply.Blocks.OfType<AnswerForm>().FirstOrDefault();
        var blocks = reply.Blocks.SelectMany(block => Blocks(block, form)).ToList();
        if (form is { InOwnWords: true } && !reply.Blocks.OfType<Choices>().Any())
        {
            blocks.Add(new ActionsBlock([Writing(form)]));
        }

        return blocks;
    }

    private static IEnumerable<SlackBlock> Blocks(Block block, AnswerForm? form) => block switch
    {
        Paragraph paragraph => Sections(Mrkdwn.Of(paragraph.Text)),
        Heading heading => [new HeaderBlock(SlackText.Plain(heading.Text, BlockKit.LongestHeader))],
        Caption caption => Cut.Pieces(Mrkdwn.Of(caption.Text), BlockKit.LongestSection).Select(piece => new ContextBlock([SlackText.Marked(piece)])),
        Passage passage => Cut.Pieces(passage.Text, BlockKit.LongestSection / 2).SelectMany(piece => Sections(Mrkdwn.Quote(piece))),
        Facts facts => Lines(facts.Items.Select(Fact)),
        Bullets bullets => Lines(bullets.Items.Select((item, index) => $"{(bullets.Numbered ? $"{Number(index + 1)}." : "•")} {Mrkdwn.Of(item)}")),
        ScoreBar score => Sections($"{Squares(score)}  {Mrkdwn.Bold(score.Label)}  {Percent(score.Score)}"),
        Findings findings => Lines(findings.Items.Select(Finding)),
        Bars bars => Lines(bars.Items.Select(bar => $"`{TextBar.Of(bar.Share, BarWidth)}`  {Mrkdwn.Of(bar.Label)}  {Mrkdwn.Of(bar.Figure)}")),
        // The picture itself follows as a file; who cannot see it has the words.
        Picture picture => [new ContextBlock([SlackText.Marked(Cut.At(Mrkdwn.Of(picture.Words), BlockKit.LongestSection))])],
        Chart chart => chart.AsBars().SelectMany(part => Blocks(part, form)),
        Choices choices => Actions(choices, form),
        Link link => [new ActionsBlock([new ButtonElement(SlackText.Plain(link.Label, BlockKit.LongestButton)) { ActionId = ActionIds.Open, Url = link.Url }])],
        _ => [],
    };

    private static IEnumerable<SlackBlock> Sections(string marked) =>
        Cut.Pieces(marked, BlockKit.LongestSection).Select(piece => new SectionBlock(SlackText.Marked(piece)));

    /// <summary>Lines in as few sections as they fit in.</summary>
    private static IEnumerable<SlackBlock> Lines(IEnumerable<string> lines)
    {
        var section = "";
        foreach (var line in lines)
        {
            if (section.Length > 0 && section.Length + 1 + line.Length > BlockKit.LongestSection)
            {
                yield return new SectionBlock(SlackText.Marked(section));
                section = "";
            }

            section += section.Length == 0 ? line : "\n" + line;
        }

        foreach (var rest in Sections(section))
        {
            yield return rest;
        }
    }

    /// <summary>What is short stands on one line.</summary>
    private static string Fact(Fact fact) =>
        $"{Mrkdwn.Bold(fact.Label)}{(fact.Label.Length + fact.Value.Length < ShortLine ? ' ' : '\n')}{Mrkdwn.Of(fact.Value)}";

    private static string Finding(Finding finding) =>
        $"{Sign(finding.Mark)}  {Mrkdwn.Of(finding.Text)}{(finding.Quote is { } quote ? "\n" + Mrkdwn.Quote(quote) : "")}";

    private static IEnumerable<SlackBlock> Actions(Choices choices, AnswerForm? form)
    {
        List<SlackElement> buttons = [.. choices.Items.Select((choice, index) => Button(choice, index, form))];
        if (form is { InOwnWords: true })
        {
            buttons.Insert(0, Writing(form));
        }

        return buttons.Chunk(BlockKit.MostButtons).Select(some => new ActionsBlock(some));
    }

    private static ButtonElement Writing(AnswerForm form) => new(SlackText.Plain("Write your answer", BlockKit.LongestButton))
    {
        ActionId = ActionIds.Write(form),
        Style = "primary",
    };

    private static ButtonElement Button(Choice choice, int index, AnswerForm? form) => new(SlackText.Plain(choice.Label, BlockKit.LongestButton))
    {
        ActionId = choice.IsAnswer && form is not null ? ActionIds.Pick(form, index) : ActionIds.Say(index),
        Value = Cut.At(choice.Says, BlockKit.LongestValue),
    };

    private static string Squares(ScoreBar score)
    {
        var filled = (int)Math.Round(score.Score * BarWidth);
        var square = score.Verdict switch
        {
            Verdict.Pass => "🟩",
            Verdict.Partial => "🟨",
            _ => "🟧",
        };
        return string.Concat(Enumerable.Repeat(square, filled)) + string.Concat(Enumerable.Repeat("⬜", BarWidth - filled));
    }

    private static string Sign(Mark mark) => mark switch
    {
        Mark.Met => "✓",
        Mark.Missed => "✗",
        Mark.Wrong => "❗",
        _ => "💡",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
}
