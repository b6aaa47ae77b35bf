using ChatCoachBot.Core.Content.Rules;

namespace ChatCoachBot.Core.Content;

/// <summary>All paths as their files say it, with every fault that reading and the rules find.</summary>
internal sealed record ContentFolders(IReadOnlyList<PathFolder> Folders, IReadOnlyList<Fault> Faults)
{
    public static ContentFolders Read(IEnumerable<ContentFile> files)
    {
        var faults = new List<Fault>();
        var folders = PathFiles.Sort(files, faults).Select(path => PathFolder.Read(path, faults)).ToList();
        faults.AddRange(folders.SelectMany(folder => ContentRule.All.SelectMany(rule => rule.Check(folder))));
        return new ContentFolders(folders, faults);
    }

    public IEnumerable<LearningPath> FaultlessPaths() => Folders
        .Where(folder => !Faults.Any(fault => fault.Severity is Severity.Error && fault.File.StartsWith(folder.Prefix, StringComparison.Ordinal)))
        .Select(folder => folder.Whole())
        .OfType<LearningPath>();
}
