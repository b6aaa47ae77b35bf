namespace ChatCoachBot.Tests.Driving;

/// <summary>A copy of the tests' own content that a test may change, and goes with it.</summary>
public sealed class ContentCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ContentCopy()
    {
        foreach (var file in Directory.GetFiles(Repository.SmallContentFolder, "*.yaml", SearchOption.AllDirectories))
        {
            Write(System.IO.Path.GetRelativePath(Repository.SmallContentFolder, file), File.ReadAllText(file));
        }
    }

    public string Path => _folder.Path;

    public string Read(string name) => File.ReadAllText(At(name));

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    /// <summary>Replaces a part that must be there.</summary>
    public void Replace(string name, string part, string with)
    {
        Read(name).ShouldContain(part);
        Write(name, Read(name).Replace(part, with, StringComparison.Ordinal));
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Dispose();
}
