using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>What the coach says in one message, in parts that every channel can show in its own way.</summary>
public sealed record Reply(IReadOnlyList<Block> Blocks)
{
    public static Reply Of(params Block[] blocks) => new(blocks);

    public static Reply Saying(string text, params Choice[] choices) =>
        choices.Length == 0 ? Of(new Paragraph(text)) : Of(new Paragraph(text), new Choices(choices));
}

/// <summary>One part of a reply. All texts are plain: a channel escapes them as it needs.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Caption), "caption")]
[JsonDerivedType(typeof(Passage), "passage")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Bullets), "bullets")]
[JsonDerivedType(typeof(ScoreBar), "score")]
[JsonDerivedType(typeof(Findings), "findings")]
[JsonDerivedType(typeof(Bars), "bars")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(AnswerForm), "answer")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(Chart), "chart")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record Block;

public sealed record Paragraph(string Text) : Block;

public sealed record Heading(string Text) : Block;

/// <summary>A line about what comes next to it, smaller than the text.</summary>
public sealed record Caption(string Text) : Block;

/// <summary>A text set apart from the coach's own words: an exercise's prompt, a model answer.</summary>
public sealed partial record Passage(string Text) : Block
{
    /// <summary>Content wraps its lines to be read in an editor: within a paragraph they become one line again, but a list keeps its items apart.</summary>
    public static Passage Of(string content) => new(WrappedLine().Replace(content.Trim(), " "));

    [GeneratedRegex(@"(?<!\n)[ \t]*\n(?!\s*\n|\s*(?:[-*•]|\d+[.)])\s)[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex WrappedLine();
}

public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

public sealed record Fact(string Label, string Value);

public sealed record Bullets(IReadOnlyList<string> Items, bool Numbered = false) : Block;

/// <param name="Score">0..1.</param>
public sealed record ScoreBar(double Score, Grading.Verdict Verdict, string Label) : Block;

public sealed record Findings(IReadOnlyList<Finding> Items) : Block;

/// <param name="Quote">The learner's own words; null when there are none to show.</param>
public sealed record Finding(Mark Mark, string Text, string? Quote = null)
{
    /// <summary>What the mark means, for who cannot see it.</summary>
    [JsonIgnore]
    public string MarkInWords => Mark switch
    {
        Mark.Met => "Said well:",
        Mark.Missed => "Still missing:",
        Mark.Wrong => "Not right:",
        _ => "Tip:",
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<Mark>))]
public enum Mark
{
    Met,
    Missed,
    Wrong,
    Tip,
}

/// <summary>Shares of a whole, each 0..1, with the figure in words.</summary>
public sealed record Bars(IReadOnlyList<Bar> Items) : Block;

public sealed record Bar(string Label, double Share, string Figure);

public sealed record Choices(IReadOnlyList<Choice> Items) : Block;

/// <summary>A picture, where a channel can show one; elsewhere its words.</summary>
/// <param name="Png">The picture as a PNG file, 1 MB at most.</param>
/// <param name="Words">All that the picture says.</param>
public sealed record Picture(byte[] Png, string Words) : Block;

/// <summary>Practice week by week: each channel draws it in its own way, or shows it as bars.</summary>
/// <param name="Weeks">The oldest first.</param>
public sealed record Chart(string Title, IReadOnlyList<Practice.PracticeWeek> Weeks) : Block
{
    /// <summary>All that it shows, for who cannot see it.</summary>
    [JsonIgnore]
    public string Words => Texts.ChartWords(this);

    /// <summary>The same for where nothing is drawn.</summary>
    public IEnumerable<Block> AsBars()
    {
        var most = Math.Max(1, Weeks.Max(week => week.Answers));
        return [new Caption(Title), new Bars([.. Weeks.Select(week => new Bar(Texts.Week(week.Monday), (double)week.Answers / most, Texts.WeekFigure(week)))])];
    }
}

/// <summary>A page to open in a browser.</summary>
public sealed record Link(string Label, string Url) : Block;

/// <summary>An exercise may be answered here, in a form where the channel has one. Elsewhere it shows nothing: the learner just writes.</summary>
/// <param name="Exercise">The version of the exercise, to which the answering choices of the same reply belong too.</param>
/// <param name="Round">The channel's round, in which everybody answers for themselves.</param>
/// <param name="InOwnWords">Whether it is answered by writing; else by one of the choices.</param>
public sealed record AnswerForm(long Exercise, bool InOwnWords = true, Guid? Round = null) : Block;

/// <param name="Says">What the learner says by choosing it: a button is a word that need not be typed.</param>
/// <param name="IsAnswer">It answers the exercise in hand, and means nothing once that is over.</param>
public sealed record Choice(string Label, string Says, bool IsAnswer = false);
