using ChatCoachBot.Core.Content;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Cli;

/// <summary>The verb <c>content new</c>.</summary>
public sealed class ContentNewVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ContentNewVerbTests() => Directory.CreateDirectory(Path.Combine(_folder.Path, "texts"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_path_passes_the_check_without_a_warning()
    {
        var (exitCode, output) = await RunAsync("path", "release-engineer");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("texts/paths/release-engineer/path.yaml");
        ContentCheck.Run(Files()).Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        ContentReader.Read(Files()).Paths.ShouldHaveSingleItem().Title.ShouldBe("Release Engineer");
    }

    [Theory]
    [InlineData("define")]
    [InlineData("usage")]
    [InlineData("explain")]
    [InlineData("scenario")]
    [InlineData("rewrite")]
    [InlineData("gap")]
    [InlineData("choice")]
    public async Task A_new_exercise_of_each_kind_is_one_that_grades(string kind)
    {
        await RunAsync("path", "mine");

        var (exitCode, output) = await RunAsync("exercise", "mine/my-exercise", "--kind", kind);

        exitCode.ShouldBe(0, output);
        var report = ContentCheck.Run(Files());
        report.HasErrors.ShouldBeFalse(string.Join('\n', report.Faults));
        ContentReader.Read(Files()).Paths.ShouldHaveSingleItem().Exercises.Single(exercise => exercise.Id == "my-exercise").Kind.ToString().ToLowerInvariant().ShouldBe(kind);
    }

    [Fact]
    public async Task Nothing_is_ever_overwritten()
    {
        await RunAsync("path", "mine");
        var file = Path.Combine(_folder.Path, "texts", "paths", "mine", "path.yaml");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        var (exitCode, output) = await RunAsync("path", "mine");

        exitCode.ShouldBe(1);
        output.ShouldEndWith("is there already; choose another id.");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe("mine");
    }

    [Theory]
    [InlineData("path", "../outside", "“../outside” is no id: use small letters, digits and hyphens, as in release-engineer.")]
    [InlineData("path", "Mine", "“Mine” is no id: use small letters, digits and hyphens, as in release-engineer.")]
    [InlineData("exercise", "mine", "“mine” names no exercise: write <path>/<exercise>, as in release-engineer/explain-rollback.")]
    [InlineData("exercise", "mine/../x", "“mine/../x” names no exercise: write <path>/<exercise>, as in release-engineer/explain-rollback.")]
    [InlineData("exercise", "not-there/x", "The path not-there is not there, or has faults: make it with “content new path not-there”, or see what “content check” says of it.")]
    public async Task A_name_that_cannot_be_is_one_clear_sentence(string what, string name, string sentence)
    {
        var (exitCode, output) = await RunAsync(what, name);

        exitCode.ShouldBe(1);
        output.ShouldBe(sentence);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => HostProcess.RunAsync(_folder, ["content", "new", .. arguments, "--content", "texts"]);

    private List<ContentFile> Files()
    {
        var texts = Path.Combine(_folder.Path, "texts");
        return [.. Directory.EnumerateFiles(texts, "*.yaml", SearchOption.AllDirectories).Select(file => new ContentFile(Path.GetRelativePath(texts, file), File.ReadAllText(file)))];
    }
}
