using System.IO.Enumeration;
using System.Text;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Content;

/// <summary>One folder of texts, with <c>paths/</c> in it. Nothing outside of it is ever read, whatever links it holds.</summary>
/// <param name="path">The folder.</param>
/// <param name="title">What faults call it; empty when there is no other.</param>
internal sealed class ContentFolder(string path, string title)
{
    private const string Below = "paths";
    private const int LargestFile = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public string Location => path;

    /// <summary>Every YAML file below <c>paths/</c>, in the order of their names; null for what leads elsewhere.</summary>
    public IEnumerable<(string Name, FileInfo? File)> Files()
    {
        var start = RealPath.Of(Path.Combine(path, Below));
        if (!Directory.Exists(start))
        {
            return [];
        }

        var root = RealPath.Of(path);
        return !IsInside(start, root) ? [(Below, null)] : new FileSystemEnumerable<string>(start, (ref FileSystemEntry entry) => entry.ToFullPath(), Everything)
        {
            // What begins with a dot belongs to tools: editors, version control, mounted volumes.
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => entry.FileName[0] != '.' && (entry.IsDirectory ? IsLink(ref entry) : IsYaml(entry.FileName)),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => entry.FileName[0] != '.' && !IsLink(ref entry),
        }
            .Order(StringComparer.Ordinal)
            .Select(file => ($"{Below}/{Path.GetRelativePath(start, file).Replace(Path.DirectorySeparatorChar, '/')}", Inside(new FileInfo(file), root)));
    }

    public async Task<IReadOnlyList<ContentFile>> ReadAsync(CancellationToken cancellationToken)
    {
        var files = new List<ContentFile>();
        foreach (var (name, file) in Files())
        {
            files.Add(await ReadFileAsync(name, file, cancellationToken));
        }

        return files;
    }

    /// <summary>One file; null when it is not there.</summary>
    public async Task<ContentFile?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var file = Path.Combine(path, name);
        var real = RealPath.Of(file);
        return File.Exists(file) ? await ReadFileAsync(name, IsInside(real, RealPath.Of(path)) ? new FileInfo(real) : null, cancellationToken) : null;
    }

    private async Task<ContentFile> ReadFileAsync(string name, FileInfo? file, CancellationToken cancellationToken)
    {
        try
        {
            return file switch
            {
                null => Unreadable("This is a link that leads out of the content folder, or to a folder: put the file itself here."),
                { Length: > LargestFile } => Unreadable("This file is larger than 1 MB: split it into smaller ones."),
                _ => new ContentFile(name, Strict.GetString(await File.ReadAllBytesAsync(file.FullName, cancellationToken)).TrimStart('\uFEFF')) { Folder = title },
            };
        }
        catch (DecoderFallbackException)
        {
            return Unreadable("This file is not UTF-8: save it in that encoding.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Unreadable("This file cannot be read: check that it exists and that you may read it.");
        }

        ContentFile Unreadable(string problem) => new(name, "") { Folder = title, Problem = problem };
    }

    /// <summary>Where a link leads, if that is a file of this folder: a link to a folder would give one file two names.</summary>
    private static FileInfo? Inside(FileInfo file, string root)
    {
        if (file.LinkTarget is null)
        {
            return file;
        }

        var real = RealPath.Of(file.FullName);
        return IsInside(real, root) && !Directory.Exists(real) ? new FileInfo(real) : null;
    }

    private static bool IsInside(string real, string root) =>
        real.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsYaml(ReadOnlySpan<char> name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
