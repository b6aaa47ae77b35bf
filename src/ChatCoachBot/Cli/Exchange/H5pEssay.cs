using System.Globalization;
using System.Text.Json;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>
/// An exercise in free text as an H5P.Essay, and back. Both know keywords with alternatives, stars and regular expressions, points, and a
/// text for a keyword that is there or missing; a rubric knows more.
/// </summary>
internal static class H5pEssay
{
    private const double DefaultPass = 0.6;

    /// <exception cref="FormatException">The exercise has no rubric.</exception>
    public static Carried<string> Write(Exercise exercise)
    {
        var rubric = exercise.Rubric ?? throw new FormatException($"{exercise.Id} is a {exercise.Kind.ToString().ToLowerInvariant()} and has no rubric: an H5P.Essay needs one.");
        var scale = Scale(rubric.Points.Select(point => point.Weight));
        var content = new H5pEssayContent
        {
            TaskDescription = PlainHtml.Of(Passage.Of(exercise.Prompt).Text),
            Solution = new H5pSolution(null, PlainHtml.Of(Passage.Of(exercise.ModelAnswer).Text)),
            Keywords = [.. rubric.Points.Select(point => Keyword(point, scale))],
            Behaviour = new H5pBehaviour(Math.Round(rubric.Pass * 100)),
        };
        return new(JsonSerializer.Serialize(content, H5pEssayJson.Plain.H5pEssayContent), [.. Untold(exercise, rubric)]);
    }

    /// <exception cref="FormatException">It is no H5P.Essay, or has no keyword that can be graded by.</exception>
    public static Carried<Exercise> Read(string json, string id, string topic)
    {
        var content = Parse(json);
        var left = new List<string>();
        var points = (content.Keywords ?? []).Index().Select(keyword => Point(keyword.Item, keyword.Index + 1, left)).OfType<Point>().ToList();
        if (points.Count == 0)
        {
            throw new FormatException("There are no keywords in this file that an answer could be graded by: is it the content.json of an H5P.Essay?");
        }

        if ((content.Keywords ?? []).Any(keyword => keyword?.Options is { CaseSensitive: true }))
        {
            left.Add("Upper and lower case no longer matter, and small slips are forgiven: write “=” before a phrase that must be exactly so.");
        }

        if (content.Solution?.Introduction is { Length: > 0 })
        {
            left.Add("The words before the sample solution have no place here.");
        }

        var model = PlainHtml.ToText(content.Solution?.Sample ?? "");
        left.Add("Hints, wrong ideas and samples are not in H5P: write them before you use the exercise.");
        return new(
            new Exercise
            {
                Id = id,
                Kind = ExerciseKind.Explain,
                Topic = topic,
                Prompt = Text(PlainHtml.ToText(content.TaskDescription ?? ""), "Write the task here."),
                ModelAnswer = Text(model, "Write a model answer here."),
                Rubric = new Rubric { Pass = content.Behaviour?.PercentagePassing is { } percent and >= 0 and <= 100 ? percent / 100 : DefaultPass, Points = points },
                Samples = model.Length > 0 ? [new Sample { Answer = model.ReplaceLineEndings(" "), Expect = Core.Grading.Verdict.Pass }] : [],
            },
            left);
    }

    private static H5pKeyword Keyword(Point point, double scale)
    {
        var phrases = (point.Any.Count > 0 ? point.Any : point.All[0]).Select(Plain).Distinct(StringComparer.Ordinal).ToList();
        return new H5pKeyword(phrases[0], phrases[1..], new H5pKeywordOptions(
            Math.Round(point.Weight * scale), Occurrences: 1, CaseSensitive: false, ForgiveMistakes: true, point.Met, point.Missed));
    }

    private static string Plain(string phrase) => phrase.StartsWith('=') ? phrase[1..] : phrase;

    /// <summary>H5P counts in whole points: the smallest number that makes all weights whole, as far as that is ten or less.</summary>
    private static double Scale(IEnumerable<double> weights)
    {
        var all = weights.ToList();
        return Enumerable.Range(1, 10).Select(factor => (double)factor).FirstOrDefault(factor => all.All(weight => Math.Abs((weight * factor) - Math.Round(weight * factor)) < 1e-9), 10);
    }

    private static IEnumerable<string> Untold(Exercise exercise, Rubric rubric)
    {
        foreach (var point in rubric.Points.Where(point => point.All.Count > (point.Any.Count > 0 ? 0 : 1)))
        {
            yield return $"The point {point.Id} asks for a phrase of each of several groups; H5P has one group a keyword, so only the first is there.";
        }

        if (rubric.Points.Any(point => point.Required))
        {
            yield return $"H5P cannot require a keyword; here these must be met: {string.Join(", ", rubric.Points.Where(point => point.Required).Select(point => point.Id))}.";
        }

        if (rubric.Points.SelectMany(point => point.Any.Concat(point.All.SelectMany(group => group))).Any(phrase => phrase.StartsWith('=')))
        {
            yield return "Phrases that must be exactly so (“=…”) are taken in any case there, and with small slips.";
        }

        if (rubric.Misconceptions.Count > 0)
        {
            yield return $"H5P knows no wrong ideas; these are left out: {string.Join(", ", rubric.Misconceptions.Select(idea => idea.Id))}.";
        }

        if (rubric.Language.Words is not null || rubric.Language.Avoid.Count > 0)
        {
            yield return "The advice on language is left out.";
        }

        yield return "Hints, samples and the fail mark are left out, and so is what negation, glossary and spelling do in grading here.";
        if (exercise.Audience is not null || exercise.Terms.Count > 0 || exercise.Title is not null)
        {
            yield return "The title, the audience and the terms it practises are left out.";
        }
    }

    private static H5pEssayContent Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, H5pEssayJson.Plain.H5pEssayContent) ?? throw new FormatException("This file says “null”: it is no H5P.Essay.");
        }
        catch (JsonException problem)
        {
            throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"This is not the content.json of an H5P.Essay: see line {(problem.LineNumber ?? 0) + 1}{(problem.Path is { Length: > 2 } path ? $" ({path[2..]})" : "")}."), problem);
        }
    }

    private static Point? Point(H5pKeyword? keyword, int number, List<string> left)
    {
        var name = keyword?.Keyword?.Trim() is { Length: > 0 } given ? $"keyword {number.ToString(CultureInfo.InvariantCulture)} (“{given}”)" : $"keyword {number.ToString(CultureInfo.InvariantCulture)}";
        var phrases = new List<string>();
        foreach (var written in new[] { keyword?.Keyword }.Concat(keyword?.Alternatives ?? []).Select(text => text?.Trim()).OfType<string>().Where(text => text.Length > 0))
        {
            if (ForeignPhrase.Read(written) is var (phrase, problem) && phrase is not null)
            {
                phrases.Add(phrase);
            }
            else
            {
                left.Add($"In {name}, “{written}” is left out. {problem}");
            }
        }

        if (phrases.Count == 0)
        {
            left.Add($"The {name} is left out: nothing of it can be looked for.");
            return null;
        }

        var options = keyword!.Options;
        if (options?.Occurrences > 1)
        {
            left.Add(string.Create(CultureInfo.InvariantCulture, $"The {name} counted up to {options.Occurrences} times; here it counts once."));
        }

        // A regular expression is nothing to show to a learner.
        var shown = phrases[0].StartsWith('/') ? null : phrases[0].Trim('*', ' ');
        if (shown is null && (options?.FeedbackIncluded is null || options.FeedbackMissed is null))
        {
            left.Add($"The {name} had no feedback: write what learners are to read.");
        }

        return new Point
        {
            Id = $"{(shown is null ? "pattern" : ContentIds.Of(shown, "point"))}-{number.ToString(CultureInfo.InvariantCulture)}",
            Weight = Math.Clamp(options?.Points ?? 1, 0.1, 100),
            Any = [.. phrases.Distinct(StringComparer.Ordinal)],
            Met = Text(options?.FeedbackIncluded, shown is null ? "You have that idea." : $"You say “{shown}”."),
            Missed = Text(options?.FeedbackMissed, shown is null ? "One idea is still missing here." : $"Say something about “{shown}”."),
            Hint = Text(options?.FeedbackMissed, shown is null ? "Which idea is still missing?" : $"What about “{shown}”?"),
        };
    }

    private static string Text(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();
}
