using System.Globalization;
using System.Text.RegularExpressions;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>Reads GIFT short answers as exercises with a gap, and multiple choice as choices; says what it leaves out.</summary>
internal sealed partial class GiftReader
{
    private const string Gap = "___";

    private readonly string _topic;
    private readonly List<string> _left = [];
    private readonly HashSet<string> _ids;

    private GiftReader(string topic, IEnumerable<string> taken) => (_topic, _ids) = (topic, taken.ToHashSet(StringComparer.Ordinal));

    /// <param name="taken">The ids that there are.</param>
    /// <exception cref="FormatException">There is no question that could be read.</exception>
    public static Carried<IReadOnlyList<Exercise>> Read(string text, string topic, IEnumerable<string> taken)
    {
        var reader = new GiftReader(topic, taken);
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        var exercises = BlankLines().Split(string.Join('\n', lines)).Select(block => block.Trim()).Where(block => block.Length > 0).Index()
            .Select(block => reader.Read(block.Item, block.Index + 1)).OfType<Exercise>().ToList();
        if (exercises.Count == 0)
        {
            throw new FormatException(reader._left.Count == 0 ? "There is no question in this file." : $"There is no short answer and no multiple choice in this file.\n{string.Join('\n', reader._left)}");
        }

        reader._left.Add("Hints and the terms that an exercise practises are not in GIFT: write them before you use the exercises.");
        return new(exercises, reader._left);
    }

    private Exercise? Read(string block, int number)
    {
        if (block.StartsWith("$CATEGORY:", StringComparison.Ordinal))
        {
            _left.Add($"The category “{block.Split('\n')[0]["$CATEGORY:".Length..].Trim()}” is left out: all exercises are in the topic {_topic}.");
            return block.IndexOf('\n', StringComparison.Ordinal) is var end and > 0 ? Read(block[end..].Trim(), number) : null;
        }

        var hidden = GiftText.Hide(block);
        var name = Name().Match(hidden);
        var title = name.Success ? GiftText.Show(name.Groups["name"].Value) : $"question {number.ToString(CultureInfo.InvariantCulture)}";
        hidden = hidden[name.Length..].Trim();
        var open = hidden.IndexOf('{', StringComparison.Ordinal);
        var close = hidden.IndexOf('}', Math.Max(0, open));
        if (open < 0 || close < open)
        {
            return Leave(title, "it has no answers in braces");
        }

        var format = Format().Match(hidden);
        var (before, after) = (Question(hidden[format.Length..open], format), Question(hidden[(close + 1)..], format));
        var answers = GiftAnswer.All(hidden[(open + 1)..close]);
        return answers switch
        {
            null => Leave(title, "it is no short answer and no multiple choice"),
            _ when answers.Any(answer => answer.IsOption) => Choice(title, name.Success, before, after, answers),
            _ => ShortAnswer(title, name.Success, before, after, answers),
        };
    }

    private Exercise? Choice(string title, bool isNamed, string before, string after, IReadOnlyList<GiftAnswer> answers)
    {
        if (answers.Count(answer => answer.IsRight) != 1 || answers.Any(answer => answer.Weight is > 0 and < 100 or < 0))
        {
            return Leave(title, "a choice has one right option here, and no part of a mark");
        }

        var prompt = after.Length > 0 ? $"{before} {Gap} {after}" : before;
        return new Exercise
        {
            Id = NewId(title, isNamed, prompt, "choice"),
            Kind = ExerciseKind.Choice,
            Topic = _topic,
            Prompt = prompt,
            ModelAnswer = answers.First(answer => answer.IsRight).Text,
            Options = [.. answers.Select(answer => new Option { Text = answer.Text, Correct = answer.IsRight, Why = answer.Feedback ?? (answer.IsRight ? "That is the right one." : "That is not the one.") })],
            Samples = [.. answers.Index().Select(answer => new Sample
            {
                Answer = (answer.Index + 1).ToString(CultureInfo.InvariantCulture),
                Expect = answer.Item.IsRight ? Verdict.Pass : Verdict.Fail,
            })],
        };
    }

    private Exercise? ShortAnswer(string title, bool isNamed, string before, string after, IReadOnlyList<GiftAnswer> answers)
    {
        var (prompt, start) = before.LastIndexOf("\n\n", StringComparison.Ordinal) is var end and > 0 ? (before[..end].Trim(), before[(end + 2)..].Trim()) : ("Fill in the gap.", before);
        if (Sentence(start, after) is not { } sentence)
        {
            return Leave(title, "it has more than one gap");
        }

        var phrases = new List<string>();
        foreach (var answer in answers.Where(answer => answer.IsRight))
        {
            if (ForeignPhrase.Read(answer.Text) is var (phrase, problem) && phrase is not null)
            {
                phrases.Add(phrase);
            }
            else
            {
                _left.Add($"In {title}, the answer “{answer.Text}” is left out. {problem}");
            }
        }

        foreach (var partly in answers.Where(answer => answer.Weight is > 0 and < 100))
        {
            _left.Add($"In {title}, “{partly.Text}” gave a part of the mark; a gap is right or wrong here, so it is left out.");
        }

        if (phrases.Count == 0)
        {
            return Leave(title, "no answer of it can be looked for");
        }

        var shown = answers.First(answer => answer.IsRight).Text;
        return new Exercise
        {
            Id = NewId(title, isNamed, sentence, "gap"),
            Kind = ExerciseKind.Gap,
            Topic = _topic,
            Prompt = prompt,
            ModelAnswer = sentence.Replace(Gap, shown, StringComparison.Ordinal),
            Text = sentence,
            Gaps =
            [
                new Gap
                {
                    Any = [.. phrases.Distinct(StringComparer.Ordinal)],
                    Met = answers.First(answer => answer.IsRight).Feedback ?? "That is right.",
                    Missed = answers.FirstOrDefault(answer => answer is { Weight: 0, Text: "*" })?.Feedback ?? $"One says “{shown}” here.",
                },
            ],
            Samples = [new Sample { Answer = shown, Expect = Verdict.Pass }, new Sample { Answer = "something else", Expect = Verdict.Fail }],
        };
    }

    /// <summary>The gap is where the braces stood, or where the question has drawn it already; null when it has drawn several.</summary>
    private static string? Sentence(string before, string after) => Blank().Count($"{before} {after}") switch
    {
        0 => $"{before} {Gap}{(after.Length > 0 && char.IsLetterOrDigit(after[0]) ? " " : "")}{after}".Trim(),
        1 => Blank().Replace($"{before} {after}".Trim(), Gap),
        _ => null,
    };

    private string NewId(string title, bool isNamed, string text, string kind)
    {
        var id = ContentIds.Of(isNamed ? title : text, kind);
        return ContentIds.NotIn(_ids, id.StartsWith(kind, StringComparison.Ordinal) ? id : $"{kind}-{id}");
    }

    private Exercise? Leave(string title, string reason)
    {
        _left.Add($"“{title}” is left out: {reason}.");
        return null;
    }

    private static string Question(string hidden, Match format)
    {
        var text = GiftText.Show(hidden);
        return format.Groups["format"].Value == "html" ? PlainHtml.ToText(text) : text;
    }

    [GeneratedRegex(@"^::(?<name>.*?)::", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\[(?<format>html|moodle|plain|markdown)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();

    [GeneratedRegex("_{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
