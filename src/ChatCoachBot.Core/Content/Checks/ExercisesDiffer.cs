using ChatCoachBot.Core.Grading.References;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>Two exercises that ask nearly the same are one, and bore whoever meets the second.</summary>
internal static class ExercisesDiffer
{
    private const double TooAlike = 0.9;

    /// <param name="folders">All paths: a learner may follow one after the other.</param>
    public static IEnumerable<Fault> Check(IEnumerable<PathFolder> folders)
    {
        var exercises = folders.SelectMany(folder => folder.Exercises)
            .Select(exercise => (Document: exercise, Letters: new Trigrams(Asked(exercise.Value)))).ToList();
        for (var second = 1; second < exercises.Count; second++)
        {
            var alike = exercises.Take(second).FirstOrDefault(first => first.Letters.Cosine(exercises[second].Letters) > TooAlike);
            if (alike.Document is { } original)
                yield return exercises[second].Document.Warning("prompt", $"This asks nearly the same as {original.File}; let it ask something else, or delete one.");
        }
    }

    private static string Asked(Exercise exercise) =>
        string.Join(' ', [exercise.Prompt, exercise.Text, .. exercise.Options.Select(option => option.Text)]).ToLowerInvariant();
}
