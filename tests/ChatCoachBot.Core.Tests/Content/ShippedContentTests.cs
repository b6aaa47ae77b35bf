using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

public static class ShippedContentTests
{
    [Fact]
    public static void The_shipped_content_passes_every_check_without_a_warning() => ContentCheck.Run(Files()).Faults.ShouldBeEmpty();

    internal static IReadOnlyList<ContentFile> Files()
    {
        var content = Folder();
        return
        [
            .. Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories)
                .Select(file => new ContentFile(Path.GetRelativePath(content, file).Replace('\\', '/'), File.ReadAllText(file))),
        ];
    }

    internal static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatCoachBot.sln")))
                return Path.Combine(folder.FullName, "content");
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
