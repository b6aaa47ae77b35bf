namespace ChatCoachBot.Core.Content;

/// <summary>Every key phrase of an exercise, with the pointer to it.</summary>
internal static class ExercisePhrases
{
    public static IEnumerable<(string Pointer, string Phrase)> Of(Exercise exercise) =>
        exercise.Gaps.Index().SelectMany(gap => List($"gaps[{gap.Index}].any", gap.Item.Any)).Concat(exercise.Rubric is { } rubric ? Of(rubric) : []);

    private static IEnumerable<(string Pointer, string Phrase)> Of(Rubric rubric) =>
    [
        .. rubric.Points.Index().SelectMany(point => Idea($"rubric.points[{point.Index}]", point.Item.Any, point.Item.All)),
        .. rubric.Misconceptions.Index().SelectMany(wrong => Idea($"rubric.misconceptions[{wrong.Index}]", wrong.Item.Any, wrong.Item.All)),
        .. rubric.Language.Avoid.Index().SelectMany(avoid => List($"rubric.language.avoid[{avoid.Index}].any", avoid.Item.Any)),
    ];

    private static IEnumerable<(string Pointer, string Phrase)> Idea(string pointer, IReadOnlyList<string> any, IReadOnlyList<IReadOnlyList<string>> all) =>
        List($"{pointer}.any", any).Concat(all.Index().SelectMany(group => List($"{pointer}.all[{group.Index}]", group.Item)));

    private static IEnumerable<(string Pointer, string Phrase)> List(string pointer, IReadOnlyList<string> phrases) =>
        phrases.Index().Select(phrase => ($"{pointer}[{phrase.Index}]", phrase.Item));
}
