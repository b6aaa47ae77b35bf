using System.Globalization;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;
using Spectre.Console;
using Spectre.Console.Rendering;
using Chart = ChatCoachBot.Core.Dialog.Replies.Chart;

namespace ChatCoachBot.Terminal;

/// <summary>Shows a reply in a terminal. Every text is written as it is, never read as markup.</summary>
internal sealed class ReplyScreen(IAnsiConsole console)
{
    private const int BarWidth = 20;
    private const int Indent = 2;

    private static readonly Style Plain = Style.Plain;
    private static readonly Style Soft = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Accent = new(Color.Teal, decoration: Decoration.Bold);

    public void Show(Reply reply)
    {
        console.WriteLine();
        foreach (var block in reply.Blocks.Where(block => block is not AnswerForm))
        {
            console.Write(new Rows(Render(block)));
        }
    }

    private static IRenderable Render(Block block) => block switch
    {
        Heading heading => Line(heading.Text, Accent),
        Caption caption => Line(caption.Text, Soft),
        Core.Dialog.Replies.Paragraph paragraph => Line(paragraph.Text),
        Passage passage => new Padder(Line(passage.Text), new Padding(Indent, 0, 0, 1)),
        Facts facts => Table(facts.Items.Select(fact => new IRenderable[] { Line(fact.Label, Strong), Line(fact.Value) })),
        Bullets bullets => Table(bullets.Items.Select((item, index) => new IRenderable[] { Line(bullets.Numbered ? $"{Number(index + 1)}." : "•"), Line(item) })),
        ScoreBar score => Line($"{TextBar.Of(score.Score, BarWidth)} {Number(Math.Round(score.Score * 100))}%  {score.Label}", new Style(ColorOf(score.Verdict), decoration: Decoration.Bold)),
        Findings findings => Table(findings.Items.Select(finding => new IRenderable[] { Sign(finding.Mark), Line(finding.Quote is { } quote ? $"{finding.Text} — “{quote}”" : finding.Text) })),
        Bars bars => Table(bars.Items.Select(bar => new IRenderable[] { Line(bar.Label), Line(TextBar.Of(bar.Share, BarWidth), Accent), Line(bar.Figure, Soft) })),
        Chart chart => new Rows(chart.AsBars().Select(Render)),
        Picture picture => Line(picture.Words, Soft),
        Core.Dialog.Replies.Link link => Line($"{link.Label}: {link.Url}", Accent),
        Choices choices => Line("→ " + string.Join("  ·  ", choices.Items.Select(choice => choice.Says)), Accent),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A block that the terminal cannot show."),
    };

    /// <summary>Names of code keep their backticks: all letters are of one width here.</summary>
    private static Spectre.Console.Paragraph Line(string text, Style? style = null)
    {
        var (line, look) = (new Spectre.Console.Paragraph(), style ?? Plain);
        foreach (var part in MarkedText.Parts(text))
        {
            _ = part.Look switch
            {
                Look.Stressed => line.Append(part.Text, new Style(look.Foreground, look.Background, look.Decoration | Decoration.Italic)),
                Look.Code => line.Append($"`{part.Text}`", look),
                _ => line.Append(part.Text, look),
            };
        }

        return line;
    }

    private static Grid Table(IEnumerable<IRenderable[]> rows)
    {
        var table = new Grid();
        foreach (var row in rows)
        {
            while (table.Columns.Count < row.Length)
            {
                table.AddColumn(new GridColumn().PadLeft(table.Columns.Count == 0 ? Indent : 0).PadRight(Indent));
            }

            table.AddRow(row);
        }

        return table;
    }

    private static Spectre.Console.Paragraph Sign(Mark mark) => mark switch
    {
        Mark.Met => Line("✓", new Style(Color.Green)),
        Mark.Missed => Line("✗", new Style(Color.Yellow)),
        Mark.Wrong => Line("!", new Style(Color.Red)),
        _ => Line("i", new Style(Color.Blue)),
    };

    private static Color ColorOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Color.Green,
        Verdict.Partial => Color.Yellow,
        _ => Color.Red,
    };

    private static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
