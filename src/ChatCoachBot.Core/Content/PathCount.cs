namespace ChatCoachBot.Core.Content;

/// <summary>How much there is in one path.</summary>
public sealed record PathCount(string Path, int Terms, ExerciseCount Exercises, IReadOnlyList<ExerciseCount> ByKind, IReadOnlyList<ExerciseCount> ByTopic)
{
    internal static PathCount Of(PathFolder folder)
    {
        var exercises = folder.Exercises.Select(exercise => exercise.Value).ToList();
        return new PathCount(
            folder.Name,
            folder.Terms?.Count ?? 0,
            ExerciseCount.Of(folder.Name, exercises),
            [.. exercises.GroupBy(exercise => exercise.Kind).OrderBy(kind => kind.Key).Select(kind => ExerciseCount.Of(kind.Key.ToString().ToLowerInvariant(), [.. kind]))],
            [.. Topics(folder).Select(topic => ExerciseCount.Of(topic, [.. exercises.Where(exercise => exercise.Topic == topic)]))]);
    }

    private static IEnumerable<string> Topics(PathFolder folder) =>
        (folder.Path?.Value.Topics.Select(topic => topic.Id) ?? folder.Exercises.Select(exercise => exercise.Value.Topic)).Distinct(StringComparer.Ordinal);
}

/// <param name="Points">Of all rubrics; a gap counts as one, and so does a choice.</param>
public sealed record ExerciseCount(string Name, int Exercises, int Points, int Samples)
{
    internal static ExerciseCount Of(string name, IReadOnlyCollection<Exercise> exercises) => new(
        name,
        exercises.Count,
        exercises.Sum(exercise => exercise.Rubric?.Points.Count ?? Math.Max(1, exercise.Gaps.Count)),
        exercises.Sum(exercise => exercise.Samples.Count));
}
