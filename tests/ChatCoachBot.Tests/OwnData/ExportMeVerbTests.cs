using System.Text.Json;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.OwnData;

/// <summary>The terminal, where no host may run: the same files by a verb.</summary>
public sealed class ExportMeVerbTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Mine => Path.Combine(_folder.Path, "mine");

    public async ValueTask InitializeAsync() => await PreparedDatabase.CopyToAsync(Path.Combine(_folder.Path, "coach.db"), Repository.SmallContentFolder);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_terminal_says_how_and_the_verb_writes_the_three_files_once()
    {
        var (_, said) = await HostProcess.RunAsync(_folder, ["chat"], "1", "no reminders", "2", "export", "exit");
        said.ShouldContainInOrder("Here is what I know of your practice", "run the coach with “export me” and the name of a folder");
        said.ShouldContain("http://localhost:3978/my-data/");

        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["export", "me", "mine"]);

        (exitCode, output).ShouldBe((0, $"Wrote coach.json, answers.csv, glossary.txt to {Mine}."));
        Directory.EnumerateFiles(Mine).Select(Path.GetFileName).ShouldBe(["answers.csv", "coach.json", "glossary.txt"], ignoreOrder: true);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Mine).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var file in Directory.EnumerateFiles(Mine))
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        var json = JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(Mine, "coach.json"), Cancel));
        json.GetProperty("platforms")[0].GetProperty("platform").GetString().ShouldBe("terminal");
        json.GetProperty("attempts").GetArrayLength().ShouldBe(1);
        (await File.ReadAllLinesAsync(Path.Combine(Mine, "glossary.txt"), Cancel)).Length.ShouldBeGreaterThan(5);

        (await HostProcess.RunAsync(_folder, ["export", "me", "mine"])).ShouldBe((1, $"{Path.Combine("mine", "coach.json")} exists already: name a folder that has no such file yet."));
    }

    [Fact]
    public async Task What_cannot_be_written_is_one_clear_sentence()
    {
        (await HostProcess.RunAsync(_folder, ["export", "me", "mine"])).ShouldBe((1, $"Nobody has practised here as {Environment.UserName} yet: say “chat” to begin."));
        Directory.Exists(Mine).ShouldBeFalse();

        await HostProcess.RunAsync(_folder, ["chat"], "1", "exit");
        await File.WriteAllTextAsync(Mine, "a file", Cancel);
        (await HostProcess.RunAsync(_folder, ["export", "me", "mine"])).ShouldBe((1, "mine cannot be written: name a folder that can, on a disk with room."));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "full", "answers.csv"));
        (await HostProcess.RunAsync(_folder, ["export", "me", "full"])).ShouldBe((1, "full cannot be written: name a folder that can, on a disk with room."));
        Directory.EnumerateFiles(Path.Combine(_folder.Path, "full"), "*.partial").ShouldBeEmpty();
        (await HostProcess.RunAsync(_folder, ["export", "me", "--Database:Provider=Sqlite"])).ShouldBe((1, "Write the folder right behind “me”, and settings behind it."));
    }
}
