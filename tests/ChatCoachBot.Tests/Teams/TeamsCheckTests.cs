using ChatCoachBot.Teams;
using ChatCoachBot.Teams.Receiving;
using ChatCoachBot.Teams.Sending;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Teams;

/// <summary>What the check says of settings that work, and of those that do not.</summary>
public sealed class TeamsCheckTests : IAsyncLifetime
{
    private readonly TeamsCoach _coach = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task Settings_that_work_are_well()
    {
        await _coach.InitializeAsync();

        (await CheckAsync()).ShouldAllBe(finding => finding.IsWell);
    }

    [Fact]
    public async Task A_wrong_secret_is_named_and_not_shown()
    {
        _coach.Settings["Teams:AppPassword"] = "not-the-secret";
        await _coach.InitializeAsync();

        var (isWell, line) = (await CheckAsync())[0];

        isWell.ShouldBeFalse();
        line.ShouldBe("Microsoft gives no token (invalid_client). Check Teams:AppId, Teams:TenantId, and that the secret is its value and has not ended.");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_login_server_that_is_ill_is_no_fault_of_the_settings(int status)
    {
        await _coach.InitializeAsync();
        _coach.Teams.LoginFails = status;

        var (isWell, line) = (await CheckAsync())[0];

        isWell.ShouldBeFalse();
        line.ShouldBe($"Microsoft’s login server did not answer ({status}). That says nothing about your settings: try again later.");
    }

    [Fact]
    public async Task Keys_that_cannot_be_got_are_told()
    {
        await _coach.InitializeAsync();
        _coach.Teams.IsSigningKnown = false;

        var (isWell, line) = (await CheckAsync())[1];

        isWell.ShouldBeFalse();
        line.ShouldContain("try again later: without them no message is believed.");
    }

    private async Task<IReadOnlyList<(bool IsWell, string Line)>> CheckAsync()
    {
        var services = _coach.Application.Services;
        return await new TeamsCheck(services.GetRequiredService<ConnectorToken>(), services.GetRequiredService<BotKeys>(), services.GetRequiredService<TeamsOptions>()).RunAsync(TestContext.Current.CancellationToken);
    }
}
