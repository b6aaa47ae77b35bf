using ChatCoachBot.Core.Content.Rules;

namespace ChatCoachBot.Core.Content;

/// <summary>Reads content from the texts of its files. Bad content never throws: every fault of every file is collected.</summary>
public static class ContentReader
{
    public static ContentReading Read(IReadOnlyList<ContentFile> files)
    {
        var faults = new List<Fault>();
        var folders = PathFiles.Sort(files, faults).Select(path => PathFolder.Read(path, faults)).ToList();
        faults.AddRange(folders.SelectMany(folder => ContentRule.All.SelectMany(rule => rule.Check(folder))));

        var faulty = faults.Where(fault => fault.Severity is Severity.Error).Select(fault => PathOf(fault.File)).ToHashSet(StringComparer.Ordinal);
        var paths = folders.Where(folder => !faulty.Contains(folder.Name)).Select(folder => folder.Whole()).OfType<LearningPath>();
        return new ContentReading([.. paths], [.. InOrder(faults)]);
    }

    internal static IEnumerable<Fault> InOrder(IEnumerable<Fault> faults) =>
        faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column);

    private static string? PathOf(string file) => file.Split('/') is ["paths", var path, _, ..] ? path : null;
}
