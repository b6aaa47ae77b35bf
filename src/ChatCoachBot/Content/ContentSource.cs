using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Content;

/// <summary>
/// The folders that hold the texts of every path, in the order they are set. A later one can add a path, add to a path of an earlier
/// one, and take the place of its terms.
/// </summary>
public sealed partial class ContentSource
{
    /// <summary>One folder, several with <c>;</c> between them, or a list.</summary>
    public const string Setting = "Content:Path";

    private readonly IReadOnlyList<ContentFolder> _folders;

    private ContentSource(IReadOnlyList<string> paths) => _folders = [.. paths.Select(path => new ContentFolder(path, paths.Count == 1 ? "" : Title(path)))];

    /// <summary>Finds each folder that the setting names: under the current directory, else beside the program.</summary>
    /// <exception cref="StartupException">One of them is not there.</exception>
    public static ContentSource Find(IConfiguration configuration) => Find(Names(configuration.GetSection(Setting)));

    /// <summary>For a verb that runs without a host: the folders given to it, else those that the environment sets.</summary>
    /// <exception cref="StartupException">One of them is not there.</exception>
    public static ContentSource FindConfigured(IReadOnlyList<string> given) =>
        given.Count > 0 ? Find(given) : Find(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>The folder that new files are written to: the last, which is a team's own where there are several.</summary>
    public string WritableFolder => _folders[^1].Location;

    public override string ToString() => string.Join(" and ", _folders.Select(folder => folder.Location));

    /// <summary>Every YAML file below <c>paths/</c>, folder after folder, in the order of their names.</summary>
    public async Task<IReadOnlyList<ContentFile>> ReadAsync(CancellationToken cancellationToken)
    {
        var files = new List<ContentFile>();
        foreach (var folder in _folders)
        {
            files.AddRange(await folder.ReadAsync(cancellationToken));
        }

        return files;
    }

    /// <summary>The file of one exercise and the glossary of its path; null when there is no such exercise.</summary>
    public async Task<(ContentFile Exercise, IReadOnlyList<ContentFile> Terms)?> ReadAsync(string pathId, string exerciseId, CancellationToken cancellationToken)
    {
        // Nothing but an id ever becomes part of a file's name.
        if (!IsId(pathId) || !IsId(exerciseId))
        {
            return null;
        }

        ContentFile? exercise = null;
        var terms = new List<ContentFile>();
        foreach (var folder in _folders)
        {
            exercise ??= await folder.ReadAsync($"paths/{pathId}/exercises/{exerciseId}.yaml", cancellationToken);
            if (await folder.ReadAsync($"paths/{pathId}/terms.yaml", cancellationToken) is { } glossary)
            {
                terms.Add(glossary);
            }
        }

        return exercise is null || terms.Count == 0 ? null : (exercise, terms);
    }

    /// <summary>Something that is another when a file comes, goes or changes; it is told from names, sizes and times, without reading.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in _folders.SelectMany(folder => folder.Files()))
        {
            var state = file is { Exists: true } ? string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}") : "";
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{state}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

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

    /// <summary>What paths and exercises are named by, and their files and folders with them.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    private static ContentSource Find(IReadOnlyList<string> names) => new([.. names.Select(Find)]);

    private static string Title(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace(Path.DirectorySeparatorChar, '/');

    private static string Find(string name)
    {
        string[] places = [Path.GetFullPath(name), Path.GetFullPath(name, AppContext.BaseDirectory)];
        return places.FirstOrDefault(Directory.Exists)
            ?? throw new StartupException($"There is no content folder at {places[0]}: start in the folder that holds it, or set {Setting}.");
    }

    private static string[] Names(IConfigurationSection setting)
    {
        var set = setting.Value?.Split(';') ?? setting.GetChildren().Select(folder => folder.Value ?? "");
        string[] names = [.. set.Select(name => name.Trim()).Where(name => name.Length > 0)];
        return names.Length == 0 ? ["content"] : names;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
