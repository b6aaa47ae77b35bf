namespace ChatCoachBot.Core.Content.Checks;

/// <summary>A topic without an exercise is an empty page to the learner.</summary>
internal static class TopicsAreTrained
{
    public static IEnumerable<Fault> Check(PathFolder folder)
    {
        if (folder.Path is not { } path || !folder.HasAllExercises)
            yield break;

        var trained = folder.Exercises.Select(exercise => exercise.Value.Topic).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, topic) in path.Value.Topics.Index())
        {
            if (!trained.Contains(topic.Id))
                yield return path.Warning($"topics[{index}]", $"The topic '{topic.Id}' has no exercise; write one.");
        }
    }
}
