using ChatCoachBot.Core.Content.Checks;

namespace ChatCoachBot.Core.Content;

/// <summary>All that can be said about content before it ships: what <see cref="ContentReader"/> finds, and how the grader takes every sample.</summary>
public static class ContentCheck
{
    public static ContentReport Run(IReadOnlyList<ContentFile> files)
    {
        var folders = ContentFolders.Read(files);
        var broken = folders.Faults.Select(fault => fault.File).ToHashSet(StringComparer.Ordinal);
        var graded = folders.Folders.SelectMany(folder => SampleCheck.Check(folder, exercise => !broken.Contains(exercise.File)));
        var faults = folders.Faults.Concat(graded).Concat(folders.Folders.SelectMany(TopicsAreTrained.Check))
            .Concat(folders.Folders.SelectMany(TermsAreUsed.Check)).Concat(ExercisesDiffer.Check(folders.Folders));
        return new ContentReport(Fault.InOrder(faults), [.. folders.Folders.Select(PathCount.Of)]);
    }
}
