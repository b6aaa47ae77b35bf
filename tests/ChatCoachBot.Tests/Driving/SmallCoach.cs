using ChatCoachBot.Tests.Driving;

[assembly: AssemblyFixture(typeof(SmallCoach))]

namespace ChatCoachBot.Tests.Driving;

/// <summary>One host with the tests' own content, for every test that only talks: each visitor is a learner of their own. Its clock stands still.</summary>
public sealed class SmallCoach : IAsyncLifetime
{
    private readonly CoachApplication _coach = new() { ContentFolder = Repository.SmallContentFolder };

    private Uri? _address;

    public CoachApplication Application => _coach;

    public ValueTask InitializeAsync()
    {
        _address = _coach.Address;
        return ValueTask.CompletedTask;
    }

    /// <summary>A browser that has not opened the page yet.</summary>
    public WebVisitor NewVisitor() => new(_address!, TestContext.Current.CancellationToken);

    /// <summary>A learner on the release engineer's path, with a reminder at nine on weekdays and the first exercise open: a choice.</summary>
    public async Task<WebVisitor> NewLearnerAsync(string timeZone = "UTC")
    {
        var learner = NewVisitor();
        await learner.JoinAsync(timeZone);
        return learner;
    }

    /// <summary>The same with another exercise open.</summary>
    public async Task<WebVisitor> NewLearnerAtAsync(string exercise)
    {
        var learner = await NewLearnerAsync();
        await learner.ReachAsync(exercise);
        return learner;
    }

    /// <summary>The same with no exercise open: the first one is passed.</summary>
    public async Task<WebVisitor> NewIdleLearnerAsync()
    {
        var learner = await NewLearnerAsync();
        await learner.AskAsync("2");
        return learner;
    }

    public ValueTask DisposeAsync() => _coach.DisposeAsync();
}
