using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

public static class ShippedContentTests
{
    [Fact]
    public static void The_shipped_content_has_no_fault() => ContentReader.Read(Files()).Faults.ShouldBeEmpty();

    [Fact]
    public static void Every_shipped_sample_and_model_answer_grades_as_it_should() =>
        ContentCheck.Run(Files()).Faults.Where(fault => fault.Severity is Severity.Error).ShouldBeEmpty();

    private static IReadOnlyList<ContentFile> Files()
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
