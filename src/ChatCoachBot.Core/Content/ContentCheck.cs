using ChatCoachBot.Core.Content.Checks;

namespace ChatCoachBot.Core.Content;

/// <summary>All that can be said about content before it ships: what <see cref="ContentReader"/> finds, and how the grader takes every sample.</summary>
public static class ContentCheck
{
    public static ContentReport Run(IReadOnlyList<ContentFile> files, IProgress<ContentProgress>? progress = null)
    {
        var folders = ContentFolders.Read(files);
        var broken = folders.Faults.Select(fault => fault.File).ToHashSet(StringComparer.Ordinal);
        var graded = SampleCheck.Check(folders.Folders, exercise => !broken.Contains(exercise.File), progress);
        var faults = folders.Faults.Concat(graded).Concat(folders.Folders.SelectMany(TopicsAreTrained.Check))
            .Concat(folders.Folders.SelectMany(TermsAreUsed.Check)).Concat(folders.Folders.SelectMany(TextsAreSpelled.Check))
            .Concat(folders.Folders.SelectMany(SpellingIsOfOneVariety.Check)).Concat(folders.Folders.SelectMany(TextsAreReadable.Check)).Concat(ExercisesDiffer.Check(folders.Folders));
        return new ContentReport(Fault.InOrder(faults), [.. folders.Folders.Select(PathCount.Of)]);
    }
}
