namespace ChatCoachBot.Core.Content;

/// <summary>Every text of a file that a learner reads as good English, with the pointer to it.</summary>
internal static class LearnerTexts
{
    public static IEnumerable<(string Pointer, string Text)> Of(LearningPath path) =>
    [
        ("title", path.Title),
        ("summary", path.Summary),
        .. path.Topics.Index().SelectMany(topic => List($"topics[{topic.Index}]", ("title", topic.Item.Title), ("summary", topic.Item.Summary))),
        .. path.Vocabulary.Index().Select(category => ($"vocabulary[{category.Index}].category", category.Item.Category)),
    ];

    public static IEnumerable<(string Pointer, string Text)> Of(IReadOnlyList<Term> terms) => terms.Index().SelectMany(term =>
        List($"[{term.Index}]", ("definition", term.Item.Definition))
            .Concat(Each($"[{term.Index}].examples", term.Item.Examples))
            .Concat(Each($"[{term.Index}].collocations", term.Item.Collocations))
            .Concat(Each($"[{term.Index}].confusedWith", term.Item.ConfusedWith.Select(other => other.Difference), "difference")));

    /// <summary>Not the wrong options of a choice, nor what a prompt quotes to be mended: they may be bad English on purpose.</summary>
    public static IEnumerable<(string Pointer, string Text)> Of(Exercise exercise) =>
    [
        .. List("", ("title", exercise.Title), ("audience", exercise.Audience), ("prompt", WithoutQuotes(exercise.Prompt)), ("modelAnswer", exercise.ModelAnswer), ("text", exercise.Text)),
        .. exercise.Gaps.Index().SelectMany(gap => List($"gaps[{gap.Index}]", ("met", gap.Item.Met), ("missed", gap.Item.Missed), ("hint", gap.Item.Hint))),
        .. exercise.Options.Index().SelectMany(option => List($"options[{option.Index}]", ("text", option.Item.Correct ? option.Item.Text : null), ("why", option.Item.Why))),
        .. exercise.Rubric is { } rubric ? Of(rubric) : [],
    ];

    private static IEnumerable<(string Pointer, string Text)> Of(Rubric rubric) =>
    [
        .. rubric.Points.Index().SelectMany(point =>
            List($"rubric.points[{point.Index}]", ("met", point.Item.Met), ("missed", point.Item.Missed), ("hint", point.Item.Hint))),
        .. rubric.Misconceptions.Index().SelectMany(wrong => List($"rubric.misconceptions[{wrong.Index}]", ("feedback", wrong.Item.Feedback))),
        .. rubric.Language.Avoid.Index().SelectMany(avoid => List($"rubric.language.avoid[{avoid.Index}]", ("tip", avoid.Item.Tip))),
    ];

    private static IEnumerable<(string Pointer, string Text)> List(string parent, params (string Key, string? Text)[] texts) =>
        texts.Where(text => text.Text is not null).Select(text => (Yaml.Positions.Key(parent, text.Key), text.Text!));

    private static IEnumerable<(string Pointer, string Text)> Each(string list, IEnumerable<string> texts, string? key = null) =>
        texts.Index().Select(text => (key is null ? Yaml.Positions.Item(list, text.Index) : Yaml.Positions.Key(Yaml.Positions.Item(list, text.Index), key), text.Item));

    private static string WithoutQuotes(string prompt) => string.Join('\n', prompt.Split('\n').Where(line => !line.TrimStart().StartsWith('>')));
}
