using System.Globalization;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Teams.Receiving;

namespace ChatCoachBot.Teams.Rendering;

/// <summary>A reply as an Adaptive Card. Texts of people and of the content stand where nothing but letters is read.</summary>
internal static class ReplyCard
{
    public const string AnswerVerb = "answer";

    private const string AnswerId = "answer";
    private const int BarWidth = 10;

    /// <summary>Teams shows no more in one row.</summary>
    private const int MostButtons = 6;

    private const int LongestTitle = 100;

    /// <param name="pictureOf">Where a chart's picture is fetched from; null where it has to do with text.</param>
    public static IReadOnlyList<CardElement> Elements(Reply reply, Func<Chart, Uri?> pictureOf)
    {
        var form = reply.Blocks.OfType<AnswerForm>().FirstOrDefault();
        var elements = reply.Blocks.SelectMany(block => Elements(block, form, pictureOf)).ToList();
        return elements.Count > 0 ? elements : [Line("…")];
    }

    /// <summary>What takes the place of an exercise's card once it is answered there.</summary>
    public static AdaptiveCard Answered(string answer) => new([Line(Texts.YourAnswer, bold: true), Quote(answer), Line(Texts.GradeFollows, subtle: true)]) { Speak = Texts.GradeFollows };

    /// <summary>A grade for the eyes of one person, in the place where others see the exercise.</summary>
    public static AdaptiveCard Alone(Reply reply) => new(Elements(new Reply([.. reply.Blocks.Where(block => block is not (Choices or AnswerForm)), new Caption(Texts.KeptInChat)]), static _ => null));

    private static IEnumerable<CardElement> Elements(Block block, AnswerForm? form, Func<Chart, Uri?> pictureOf) => block switch
    {
        Paragraph paragraph => Lines(paragraph.Text),
        Heading heading => [new TextBlock(Markdown.Escape(heading.Text)) { Style = "heading", Size = "Medium", Weight = "Bolder" }],
        Caption caption => [Line(caption.Text, subtle: true)],
        Passage passage => [new Container([.. Lines(passage.Text)]) { Style = "emphasis" }],
        Facts facts => facts.Items.SelectMany(Fact),
        Bullets bullets => bullets.Items.Select((item, index) => (CardElement)Line($"{(bullets.Numbered ? $"{Number(index + 1)}." : "•")} {item}") with { Spacing = "Small" }),
        ScoreBar score => [Score(score)],
        Findings findings => findings.Items.SelectMany(Finding),
        Bars bars => bars.Items.Select(bar => (CardElement)new RichTextBlock([new TextRun(TextBar.Of(bar.Share, BarWidth)) { FontType = "Monospace" }, new TextRun($"  {bar.Label}  {bar.Figure}")]) { Spacing = "Small" }),
        Picture picture => [Line(picture.Words, subtle: true)],
        Chart chart when pictureOf(chart) is { } picture => [new CardImage(picture.OriginalString, chart.Words)],
        Chart chart => chart.AsBars().SelectMany(part => Elements(part, form, pictureOf)),
        AnswerForm place => [.. Input(place), .. place.Round is null ? [] : (CardElement[])[Line(Texts.MentionMe, subtle: true)]],
        Choices choices => choices.Items.Select(choice => (CardButton)Button(choice, form)).Chunk(MostButtons).Select(some => (CardElement)new ActionSet(some)),
        Link link => [new ActionSet([new OpenButton(link.Label, link.Url)])],
        _ => [],
    };

    /// <summary>What is answered with a button has no input.</summary>
    private static IEnumerable<CardElement> Input(AnswerForm form) => form.InOwnWords
        ? [new TextInput(AnswerId, Texts.YourAnswer) { ErrorMessage = Texts.WriteFirst, Placeholder = Texts.WriteHere }, new ActionSet([Sending(form)])]
        : [];

    private static IEnumerable<CardElement> Fact(Fact fact) =>
        [Line(fact.Label, bold: true), .. Lines(fact.Value).Select(line => line with { Spacing = "None" })];

    /// <summary>In words and in a bar: a coloured word would be hard to read on one theme or the other.</summary>
    private static RichTextBlock Score(ScoreBar score) => new(
    [
        new TextRun(score.Label) { Weight = "Bolder", Size = "Medium" },
        new TextRun($"  {Percent(score.Score)}  "),
        new TextRun(TextBar.Of(score.Score, BarWidth)) { FontType = "Monospace", Color = ColorOf(score.Verdict) },
    ]);

    /// <summary>The sign and its colour say the same as the words behind them.</summary>
    private static IEnumerable<CardElement> Finding(Finding finding)
    {
        var (sign, color) = finding.Mark switch
        {
            Mark.Met => ("✓", "Good"),
            Mark.Missed => ("✗", "Warning"),
            Mark.Wrong => ("!", "Attention"),
            _ => ("i", "Accent"),
        };
        yield return new RichTextBlock([new TextRun(sign + " ") { Weight = "Bolder", Color = color }, new TextRun(finding.MarkInWords + " ") { Weight = "Bolder" }, .. Runs(finding.Text)]);
        if (finding.Quote is { } quote)
        {
            yield return Quote(quote);
        }
    }

    private static string ColorOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "Good",
        Verdict.Partial => "Warning",
        _ => "Attention",
    };

    private static RichTextBlock Quote(string text) => new([new TextRun($"“{text}”") { Italic = true, IsSubtle = true }]) { Spacing = "None" };

    private static IEnumerable<RichTextBlock> Lines(string text) =>
        text.Split('\n').Where(line => line.Trim().Length > 0).Select((line, index) => new RichTextBlock([.. Runs(line)]) { Spacing = index == 0 ? null : "Small" });

    private static RichTextBlock Line(string text, bool bold = false, bool subtle = false) =>
        new([.. Runs(text).Select(run => run with { Weight = bold ? "Bolder" : null, IsSubtle = subtle ? true : null, Size = subtle ? "Small" : null })]);

    private static IEnumerable<TextRun> Runs(string text) =>
        MarkedText.Parts(text).Select(part => new TextRun(part.Text) { FontType = part.Look == Look.Code ? "Monospace" : null, Italic = part.Look == Look.Stressed ? true : null });

    private static ExecuteButton Sending(AnswerForm form) => new(Texts.SendAnswer, new CardSubmission(new CardData(null, form.Exercise, form.Round), null)) { Verb = AnswerVerb };

    private static SubmitButton Button(Choice choice, AnswerForm? form) => new(
        choice.Label.Length <= LongestTitle ? choice.Label : choice.Label[..LongestTitle],
        new CardSubmission(choice.IsAnswer && form is not null ? new CardData(choice.Says, form.Exercise, form.Round) : new CardData(choice.Says), null));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
}
