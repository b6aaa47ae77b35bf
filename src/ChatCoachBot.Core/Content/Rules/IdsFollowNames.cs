namespace ChatCoachBot.Core.Content.Rules;

/// <summary>A path is named like its folder and an exercise like its file, so that a reference says where to look.</summary>
internal sealed class IdsFollowNames : ContentRule
{
    public override IEnumerable<Fault> Check(PathFolder folder)
    {
        if (folder.Path is { } path && path.Value.Id != folder.Name)
            yield return path.Fault("id", $"The id is '{path.Value.Id}' but the folder is '{folder.Name}'; give both the same name.");

        foreach (var exercise in folder.Exercises)
        {
            var file = PathFolder.ExerciseId(exercise.File);
            if (exercise.Value.Id != file)
                yield return exercise.Fault("id", $"The id is '{exercise.Value.Id}' but the file is '{file}.yaml'; give both the same name.");
        }
    }
}
