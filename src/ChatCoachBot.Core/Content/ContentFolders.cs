using ChatCoachBot.Core.Content.Rules;

namespace ChatCoachBot.Core.Content;

/// <summary>All paths as their files say it, with every fault that reading and the rules find.</summary>
internal sealed record ContentFolders(IReadOnlyList<PathFolder> Folders, IReadOnlyList<Fault> Faults)
{
    public static ContentFolders Read(IEnumerable<ContentFile> files)
    {
        var faults = new List<Fault>();
        var folders = PathFiles.Sort(files, faults).Select(PathFolder.Read).Select(WithRules).ToList();
        return new ContentFolders(folders, [.. faults, .. folders.SelectMany(folder => folder.Faults)]);
    }

    private static PathFolder WithRules(PathFolder folder) =>
        folder with { Faults = [.. folder.Faults, .. ContentRule.All.SelectMany(rule => rule.Check(folder))] };

    public IEnumerable<LearningPath> FaultlessPaths() => Folders
        .Where(folder => !folder.Faults.Any(fault => fault.Severity is Severity.Error))
        .Select(folder => folder.Whole())
        .OfType<LearningPath>();
}
