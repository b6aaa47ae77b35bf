using ChatCoachBot.Content;
using ChatCoachBot.Tests.Driving;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Content;

/// <summary>A content folder that is changed while the host runs.</summary>
public sealed class ReloadTests : IAsyncDisposable
{
    private const string Explain = "paths/release-engineer/exercises/explain-rollback.yaml";
    private const string Choice = "paths/release-engineer/exercises/choice-status-note.yaml";

    private readonly ContentCopy _content = new();
    private readonly CoachApplication _coach;

    public ReloadTests() => _coach = new CoachApplication { ContentFolder = _content.Path };

    public async ValueTask DisposeAsync()
    {
        await _coach.DisposeAsync();
        _content.Dispose();
    }

    [Fact]
    public async Task A_changed_prompt_is_asked_within_seconds()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        _content.Replace(Explain, "Tell the support team what a rollback does.", "Say to the support desk what a rollback does.");

        await ImportedAsync(_coach);

        await learner.ReachAsync("Say to the support desk what a rollback does.");
    }

    [Fact]
    public async Task An_open_exercise_keeps_the_rubric_it_was_asked_with()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        await learner.ReachAsync(SmallContent.Explain);
        _content.Replace(Explain, "any: [previous version, version before]", "any: [last good build]");
        _content.Replace(Explain, "It returns to the previous version,", "It returns to the last good build,");

        await ImportedAsync(_coach);

        (await learner.AskAsync("It returns to the previous version, so customers see the old page.")).ShouldStartWith("Passed 100%");
        await learner.AskAsync("again");
        (await learner.AskAsync("It returns to the previous version, so customers see the old page.")).ShouldNotStartWith("Passed");
    }

    [Fact]
    public async Task A_new_synonym_counts_for_exercises_that_did_not_change()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        await learner.ReachAsync(SmallContent.RollbackTerm);
        (await learner.AskAsync("Our fallback manoeuvre took four minutes, because the database was slow.")).ShouldNotStartWith("Passed");
        _content.Replace("paths/release-engineer/terms.yaml", "synonyms: [reversion]", "synonyms: [reversion, fallback manoeuvre]");

        await ImportedAsync(_coach);

        await learner.AskAsync("again");
        (await learner.AskAsync("Our fallback manoeuvre took four minutes, because the database was slow.")).ShouldStartWith("Passed");
    }

    [Fact]
    public async Task A_broken_change_is_not_imported_at_all_and_said_until_it_is_mended()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        var whole = _content.Read(Choice);
        _content.Replace(Explain, "Tell the support team what a rollback does.", "Say to the support desk what a rollback does.");
        _content.Write(Choice, "id: [unclosed");

        await UntilAsync(_coach, () => _coach.Log.With($"{Choice}:1:5: ").Count > 0);

        _coach.Log.With("The content in ").ShouldHaveSingleItem().ShouldContain("the last good import goes on serving");
        (await HealthAsync()).ShouldBe("Degraded");
        await learner.ReachAsync(SmallContent.Explain);

        _content.Write(Choice, whole);
        await ImportedAsync(_coach);

        (await HealthAsync()).ShouldBe("Healthy");
        (await learner.AskAsync("again")).ShouldContain("Say to the support desk what a rollback does.");
    }

    [Fact]
    public async Task The_hosts_beside_it_follow()
    {
        await using var one = new CoachApplication { ContentFolder = _content.Path, Store = Store.PostgreSql };
        _ = one.Address;
        await using var other = one.StartBeside();
        using var learner = other.NewVisitor();
        await learner.JoinAsync();
        _content.Replace(Explain, "Tell the support team what a rollback does.", "Say to the support desk what a rollback does.");

        // Only one host's clock goes on: the other hears of it.
        await ImportedAsync(other, by: one);

        await learner.ReachAsync("Say to the support desk what a rollback does.");
    }

    /// <summary>Lets seconds pass on a host until another import is in use.</summary>
    private static Task ImportedAsync(CoachApplication coach, CoachApplication? by = null)
    {
        var library = coach.Services.GetRequiredService<LibraryCache>();
        var before = library.Current;
        return UntilAsync(by ?? coach, () => library.Current != before);
    }

    private static async Task UntilAsync(CoachApplication coach, Func<bool> shown)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        while (!shown())
        {
            coach.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    private async Task<string> HealthAsync()
    {
        using var http = new HttpClient { BaseAddress = _coach.Address };
        return await http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
    }
}
