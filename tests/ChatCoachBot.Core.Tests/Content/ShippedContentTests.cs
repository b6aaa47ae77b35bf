using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog;

namespace ChatCoachBot.Core.Tests.Content;

public static class ShippedContentTests
{
    [Fact]
    public static void The_shipped_content_passes_every_check_without_a_warning() => ContentCheck.Run(Files()).Faults.ShouldBeEmpty();

    /// <summary>How long an answer is to be is said once, by the task or below it.</summary>
    [Fact]
    public static void No_exercise_asks_for_two_lengths_of_an_answer()
    {
        var asked = ContentReader.Read(Files()).Paths.SelectMany(path => path.Exercises).Where(exercise => exercise.Prompt.Contains("sentences", StringComparison.Ordinal)).ToArray();
        asked.Length.ShouldBeGreaterThan(40);
        asked.Where(exercise => Texts.HowToAnswer(exercise).Contains("sentence", StringComparison.Ordinal)).Select(exercise => exercise.Id).ShouldBeEmpty();
    }

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
