using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Content;

/// <summary>A team's own content folder beside the shipped one.</summary>
public sealed class TeamFolderTests : IDisposable
{
    private const string Terms = "paths/release-engineer/terms.yaml";

    private readonly ContentCopy _shipped = new();
    private readonly TemporaryFolder _team = new();

    public void Dispose()
    {
        _shipped.Dispose();
        _team.Dispose();
    }

    [Fact]
    public async Task It_overrides_a_term_adds_another_and_adds_an_exercise_and_a_path()
    {
        Write(Terms,
            """
            - id: hotfix
              term: hotfix
              partOfSpeech: noun
              ipa: /ˈhɒtfɪks/
              definition: What Ada has to approve first.
              examples: ["Ada approved the hotfix."]
            - id: train
              term: release train
              partOfSpeech: noun
              ipa: /rɪˈliːs treɪn/
              definition: The Thursday release that takes whatever is ready.
              examples: ["We missed the release train."]

            """);
        Write("paths/release-engineer/exercises/define-train.yaml", _shipped.Read("paths/release-engineer/exercises/define-rollback.yaml")
            .Replace("id: define-rollback", "id: define-train", StringComparison.Ordinal).Replace("What is a rollback?", "What is our train?", StringComparison.Ordinal));
        Write("paths/team-lead/path.yaml", _shipped.Read("paths/support-engineer/path.yaml").Replace("support-engineer", "team-lead", StringComparison.Ordinal));
        Write("paths/team-lead/terms.yaml", _shipped.Read("paths/support-engineer/terms.yaml"));
        Write("paths/team-lead/exercises/gap-close-the-ticket.yaml", _shipped.Read("paths/support-engineer/exercises/gap-close-the-ticket.yaml"));
        await using var coach = new CoachApplication { ContentFolder = $"{_shipped.Path};{_team.Path}" };
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();

        (await learner.AskAsync("term hotfix")).ShouldContain("What Ada has to approve first.");
        (await learner.AskAsync("term release train")).ShouldContain("The Thursday release that takes whatever is ready.");
        (await learner.AskAsync("glossary added by your team")).ShouldBe("Added by your team release train");
        (await learner.AskAsync("paths")).ShouldContain("Support Engineer (B1)");
        learner.Buttons.Count.ShouldBe(3);
        await learner.ReachAsync("What is our train?");
    }

    [Fact]
    public async Task What_two_folders_both_say_is_named_with_both_places()
    {
        Write("paths/release-engineer/path.yaml", _shipped.Read("paths/release-engineer/path.yaml"));
        Write("paths/release-engineer/exercises/define-rollback.yaml", _shipped.Read("paths/release-engineer/exercises/define-rollback.yaml"));
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder, ["content", "check", _shipped.Path, _team.Path]);

        exitCode.ShouldBe(1, output);
        var (shipped, team) = (Path.GetFileName(_shipped.Path), Path.GetFileName(_team.Path));
        output.ShouldContain($"../{team}/paths/release-engineer/path.yaml:1:1: This path is in ../{shipped}/paths/release-engineer/path.yaml already; here its exercises and terms can stand, but no path.yaml.");
        output.ShouldContain($"../{team}/paths/release-engineer/exercises/define-rollback.yaml:1:1: The exercise is in ../{shipped}/paths/release-engineer/exercises/define-rollback.yaml already; give this one another id.");
        output.ShouldContain("2 errors, ");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_one_clear_sentence()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder, [$"--Content:Path={_shipped.Path};nowhere"]);

        exitCode.ShouldBe(1);
        output.ShouldStartWith($"There is no content folder at {Path.Combine(folder.Path, "nowhere")}");
    }

    [Fact]
    public async Task New_files_go_to_the_teams_folder()
    {
        var (exitCode, output) = await HostProcess.RunAsync(_team, ["content", "new", "path", "team-lead", "--content", _team.Path]);

        exitCode.ShouldBe(0, output);
        File.Exists(Path.Combine(_team.Path, "paths/team-lead/path.yaml")).ShouldBeTrue();
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(_team.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
