namespace ChatCoachBot.Tests.Driving;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string ContentFolder { get; } = Path.Combine(Root, "content");

    /// <summary>The tests' own content: a path with one exercise of each kind, and one to switch to.</summary>
    public static string SmallContentFolder { get; } = Path.Combine(Root, "tests", "ChatCoachBot.Tests", "Content");

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "ChatCoachBot.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests run outside their checkout.");
    }
}
