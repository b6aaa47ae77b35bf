using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Content;

/// <summary>The folder that holds the texts of every path.</summary>
public sealed partial class ContentFolder
{
    public const string Setting = "Content:Path";

    private const int LargestFile = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path;

    private ContentFolder(string path) => _path = path;

    /// <summary>Finds the folder that a setting names: under the current directory, else beside the program.</summary>
    /// <exception cref="StartupException">There is none.</exception>
    public static ContentFolder Find(string? setting)
    {
        var name = string.IsNullOrWhiteSpace(setting) ? "content" : setting;
        string[] places = [Path.GetFullPath(name), Path.GetFullPath(name, AppContext.BaseDirectory)];
        return places.FirstOrDefault(Directory.Exists) is { } found
            ? new ContentFolder(found)
            : throw new StartupException($"There is no content folder at {places[0]}: start in the folder that holds it, or set {Setting}.");
    }

    /// <summary>For a verb that runs without a host: the folder given to it, else the one that the environment sets.</summary>
    /// <exception cref="StartupException">There is none.</exception>
    public static ContentFolder FindConfigured(string? given) =>
        Find(given ?? new ConfigurationBuilder().AddEnvironmentVariables().Build()[Setting]);

    public override string ToString() => _path;

    /// <summary>Every YAML file below <c>paths/</c>, in the order of their names, and what could not be read as text.</summary>
    public async Task<(IReadOnlyList<ContentFile> Files, IReadOnlyList<Fault> Unreadable)> ReadAsync(CancellationToken cancellationToken)
    {
        var files = new List<ContentFile>();
        var unreadable = new List<Fault>();
        foreach (var file in YamlFiles())
        {
            var name = Path.GetRelativePath(_path, file).Replace(Path.DirectorySeparatorChar, '/');
            var (read, problem) = await ReadFileAsync(name, cancellationToken);
            if (read is not null)
            {
                files.Add(read);
            }
            else
            {
                unreadable.Add(new Fault(name, 1, 1, problem!));
            }
        }

        return (files, unreadable);
    }

    /// <summary>The file of one exercise and the glossary of its path; null when there are no such files.</summary>
    /// <exception cref="StartupException">One of them cannot be read.</exception>
    public async Task<(ContentFile Exercise, ContentFile Terms)?> ReadAsync(string pathId, string exerciseId, CancellationToken cancellationToken)
    {
        // Nothing but an id ever becomes part of a file's name.
        string[] names = [$"paths/{pathId}/exercises/{exerciseId}.yaml", $"paths/{pathId}/terms.yaml"];
        if (!IsId(pathId) || !IsId(exerciseId) || !names.All(name => File.Exists(Path.Combine(_path, name))))
        {
            return null;
        }

        return (await FileAsync(names[0]), await FileAsync(names[1]));

        async Task<ContentFile> FileAsync(string name) => await ReadFileAsync(name, cancellationToken) is var (read, problem) && read is not null
            ? read
            : throw new StartupException($"{name}: {problem}");
    }

    /// <summary>What paths and exercises are named by, and their files and folders with them.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>The same for the same names and texts, in hexadecimal.</summary>
    public static string Digest(IEnumerable<ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{file.Text}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <returns>The file, or a sentence that says why it cannot be read.</returns>
    private async Task<(ContentFile? File, string? Problem)> ReadFileAsync(string name, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_path, name);
        try
        {
            if (new FileInfo(file).Length > LargestFile)
            {
                return (null, "This file is larger than 1 MB: split it into smaller ones.");
            }

            return (new ContentFile(name, Strict.GetString(await File.ReadAllBytesAsync(file, cancellationToken)).TrimStart('\uFEFF')), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "This file is not UTF-8: save it in that encoding.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, "This file cannot be read: check that it exists and that you may read it.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    private IEnumerable<string> YamlFiles()
    {
        var paths = Path.Combine(_path, "paths");
        return Directory.Exists(paths)
            ? Directory.EnumerateFiles(paths, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
    }
}
