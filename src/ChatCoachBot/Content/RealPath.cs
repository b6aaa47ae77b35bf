namespace ChatCoachBot.Content;

/// <summary>Where a path leads once every link on the way is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <returns>The path as it is where a part of it is missing, or links lead in a circle.</returns>
    public static string Of(string path)
    {
        var real = Path.GetFullPath(path);
        for (var links = 0; links < MostLinks; links++)
        {
            if (FirstLink(real) is not var (link, behind))
            {
                return real;
            }

            // Its target is relative to where the link itself lies.
            real = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link.FullName)!, link.LinkTarget!, behind));
        }

        return Path.GetFullPath(path);
    }

    private static (FileSystemInfo Link, string Behind)? FirstLink(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var parts = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i <= parts.Length; i++)
        {
            var place = new FileInfo(Path.Combine([root, .. parts.Take(i)]));
            if (place.LinkTarget is not null)
            {
                return (place, Path.Combine([.. parts.Skip(i)]));
            }
        }

        return null;
    }
}
