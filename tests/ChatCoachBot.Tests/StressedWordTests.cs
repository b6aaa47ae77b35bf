using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;
using ChatCoachBot.Tests.Teams.Driving;

namespace ChatCoachBot.Tests;

/// <summary>What content stresses with asterisks looks different in every channel, and a sign that stresses nothing is shown as it is.</summary>
public sealed class StressedWordTests : IDisposable
{
    private const string Prompt = "Which *status note* would <b>you</b> write for 2 * 3 services? Mind `a*b`.";

    private readonly ContentCopy _content = new();

    public StressedWordTests() => _content.Replace("paths/release-engineer/exercises/choice-status-note.yaml", SmallContent.Choice, Prompt);

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task On_the_web()
    {
        await using var coach = new CoachApplication { ContentFolder = _content.Path };
        using var visitor = new WebVisitor(coach.Address, TestContext.Current.CancellationToken);
        await visitor.JoinAsync();

        await visitor.AskAsync("again");

        visitor.LastHtml.ShouldContain("Which <em>status note</em> would &lt;b&gt;you&lt;/b&gt; write for 2 * 3 services? Mind <code>a*b</code>.");
    }

    [Fact]
    public async Task In_teams()
    {
        await using var coach = new TeamsCoach { ContentFolder = _content.Path };
        await coach.InitializeAsync();

        var asked = await coach.NewPerson().JoinAsync();

        CardRules.Elements(asked.Card!.Value).Where(element => element.GetProperty("type").GetString() == "TextRun")
            .Select(run => (run.GetProperty("text").GetString(), run.TryGetProperty("italic", out _), run.TryGetProperty("fontType", out _)))
            .SkipWhile(run => run.Item1 != "Which ").Take(5)
            .ShouldBe([("Which ", false, false), ("status note", true, false), (" would <b>you</b> write for 2 * 3 services? Mind ", false, false), ("a*b", false, true), (".", false, false)]);
        coach.Teams.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_slack()
    {
        await using var coach = new SlackCoach { ContentFolder = _content.Path };
        await coach.InitializeAsync();

        var asked = await coach.NewPerson().JoinAsync();

        asked.Shown.ShouldContain("Which _status note_ would &lt;b&gt;you&lt;/b&gt; write for 2 ∗ 3 services? Mind `a*b`.");
        asked.Text.ShouldContain("Which status note would &lt;b&gt;you&lt;/b&gt; write for 2 * 3 services? Mind `a*b`.");
        coach.Slack.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_terminal()
    {
        using var folder = new TemporaryFolder();

        var (_, output) = await HostProcess.RunAsync(folder, ["chat", $"--Content:Path={_content.Path}"], "1", "no reminders", "exit");

        output.ShouldContain("Which status note would <b>you</b> write for 2 * 3 services? Mind `a*b`.");
    }
}
