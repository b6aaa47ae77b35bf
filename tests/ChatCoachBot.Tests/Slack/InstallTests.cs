using System.Net;
using System.Text.Json.Nodes;
using ChatCoachBot.Slack.Installing;
using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Slack;

/// <summary>Many workspaces: how the app comes into one, and how it leaves.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private const string Team = "T07OTHER";

    private readonly SlackCoach _coach = new();
    private readonly HttpClientHandler _browser = new() { AllowAutoRedirect = false };

    public ValueTask InitializeAsync()
    {
        _coach.Settings.Remove("Slack:BotToken");
        _coach.Settings["Slack:ClientId"] = FakeSlack.ClientId;
        _coach.Settings["Slack:ClientSecret"] = FakeSlack.ClientSecret;
        _coach.Settings["PublicUrl"] = "http://localhost:3978";
        return _coach.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task A_workspace_that_installs_the_app_is_served()
    {
        var (status, page) = await InstallAsync(Granted("xoxb-one"));
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("ChatCoach is installed in The Other Team.");

        var ada = _coach.NewPerson(Team);
        await ada.JoinAsync();
        _coach.Slack.Calls.Last(call => call.Method == "chat.postMessage").Token.ShouldBe("xoxb-one");
    }

    [Fact]
    public async Task Slack_is_asked_for_no_more_than_the_coach_needs()
    {
        var (location, _) = await BeginAsync();
        var query = QueryHelpers.ParseQuery(location.Query);
        query["client_id"].ToString().ShouldBe(FakeSlack.ClientId);
        query["redirect_uri"].ToString().ShouldBe("http://localhost:3978/slack/oauth_redirect");
        query["scope"].ToString().ShouldBe(
            "app_mentions:read,channels:history,channels:join,channels:read,chat:write,commands,files:write,groups:history,groups:read,im:history,im:write,reactions:read,reactions:write,usergroups:read,users:read");
    }

    [Fact]
    public async Task Tokens_are_not_readable_in_the_database()
    {
        await InstallAsync(Granted("xoxb-secret", "xoxe-secret", 43_200));
        var kept = await _coach.Application.ReadAsync(db => db.Set<SlackInstallation>().SingleAsync(TestContext.Current.CancellationToken));
        kept.Token.ShouldNotContain("secret");
        kept.RefreshToken!.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_state_is_good_once_and_only_in_the_browser_that_began()
    {
        var (location, cookie) = await BeginAsync();
        var state = QueryHelpers.ParseQuery(location.Query)["state"].ToString();
        _coach.Slack.Codes["code"] = Granted("xoxb-one");

        (await EndAsync(state, "code", null)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await EndAsync("another", "code", cookie)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await EndAsync(state, "code", cookie)).Status.ShouldBe(HttpStatusCode.OK);
        _coach.Slack.Codes["code"] = Granted("xoxb-two");
        (await EndAsync(state, "code", cookie)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_state_is_good_for_ten_minutes()
    {
        var (location, cookie) = await BeginAsync();
        _coach.Application.Clock.Advance(TimeSpan.FromMinutes(10));
        (await EndAsync(QueryHelpers.ParseQuery(location.Query)["state"].ToString(), "code", cookie)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_declines_is_told_that_nothing_was_installed()
    {
        var (location, cookie) = await BeginAsync();
        (await EndAsync(QueryHelpers.ParseQuery(location.Query)["state"].ToString(), null, cookie)).Page.ShouldContain("Nothing was installed.");
    }

    [Fact]
    public async Task A_code_that_slack_does_not_take_is_told_in_a_sentence()
    {
        var (status, page) = await InstallAsync(null);
        status.ShouldBe(HttpStatusCode.BadGateway);
        page.ShouldContain("Slack did not complete the installation.");
    }

    [Theory]
    [InlineData("app_uninstalled", "tokens_revoked")]
    [InlineData("tokens_revoked", "app_uninstalled")]
    public async Task Uninstalling_ends_the_schedules_whatever_is_told_first(string first, string second)
    {
        await InstallAsync(Granted("xoxb-one"));
        var ada = _coach.NewPerson(Team);
        await ada.JoinAsync();
        await _coach.GoOnAsync(TimeSpan.FromSeconds(1));

        await ada.DeliverAsync(Ended(first));
        await ada.DeliverAsync(Ended(second));
        (await _coach.Application.ReadAsync(db => db.Schedules.SingleAsync(TestContext.Current.CancellationToken))).NextDue.ShouldBeNull();
        (await _coach.Application.ReadAsync(db => db.Set<SlackInstallation>().SingleAsync(TestContext.Current.CancellationToken))).EndedAt.ShouldNotBeNull();

        await _coach.GoOnAsync(TimeSpan.FromSeconds(1));
        await InstallAsync(Granted("xoxb-two"));
        (await _coach.Application.ReadAsync(db => db.Schedules.SingleAsync(TestContext.Current.CancellationToken))).NextDue.ShouldNotBeNull();
        (await ada.AskAsync("help")).Shown.ShouldStartWith("What you can say");
        _coach.Slack.Calls.Last(call => call.Method == "chat.postMessage").Token.ShouldBe("xoxb-two");
    }

    [Fact]
    public async Task What_is_told_late_does_not_end_a_new_installation()
    {
        await InstallAsync(Granted("xoxb-one"));
        var ada = _coach.NewPerson(Team);
        var late = ada.Envelope(Ended("app_uninstalled"));
        _coach.Application.Clock.Advance(TimeSpan.FromMinutes(2));
        await InstallAsync(Granted("xoxb-two"));

        await _coach.PostJsonAsync(late.ToJsonString());
        (await _coach.Application.ReadAsync(db => db.Set<SlackInstallation>().SingleAsync(TestContext.Current.CancellationToken))).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_is_replaced_before_it_expires()
    {
        await InstallAsync(Granted("xoxb-one", "xoxe-one", 43_200));
        _coach.Slack.Codes["xoxe-one"] = Granted("xoxb-two", "xoxe-two", 43_200);
        _coach.Application.Clock.Advance(TimeSpan.FromHours(10.5));
        await _coach.Application.Services.GetRequiredService<TokenRefresh>().RunAsync(TestContext.Current.CancellationToken);
        await _coach.Application.UntilAsync(db => db.Set<SlackInstallation>().AnyAsync(
            installation => installation.ExpiresAt > _coach.Application.Clock.GetUtcNow().AddHours(11), TestContext.Current.CancellationToken));

        var ada = _coach.NewPerson(Team);
        await ada.AskAsync("hello");
        _coach.Slack.Calls.Last(call => call.Method == "chat.postMessage").Token.ShouldBe("xoxb-two");
        _coach.Slack.Calls.Count(call => call.Method == "oauth.v2.access" && call.Arguments.TryGetProperty("grant_type", out _)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refresh_token_that_slack_does_not_know_ends_the_installation()
    {
        await InstallAsync(Granted("xoxb-one", "xoxe-unknown", 43_200));
        _coach.Application.Clock.Advance(TimeSpan.FromHours(10.5));
        await _coach.Application.Services.GetRequiredService<TokenRefresh>().RunAsync(TestContext.Current.CancellationToken);
        await _coach.Application.UntilAsync(db => db.Set<SlackInstallation>().AnyAsync(installation => installation.EndReason == "invalid_refresh_token", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_enterprise_installs_it_for_all_its_workspaces()
    {
        var granted = Granted("xoxb-enterprise");
        granted["team"] = null;
        granted["enterprise"] = new JsonObject { ["id"] = "E01BIG", ["name"] = "The Big Company" };
        granted["is_enterprise_install"] = true;
        (await InstallAsync(granted)).Page.ShouldContain("The Big Company");

        var ada = _coach.NewPerson("T0SOMEWHERE");
        var envelope = ada.Envelope(Typed(ada));
        envelope["authorizations"]![0]!["enterprise_id"] = "E01BIG";
        envelope["authorizations"]![0]!["team_id"] = null;
        envelope["authorizations"]![0]!["is_enterprise_install"] = true;
        (await _coach.PostJsonAsync(envelope.ToJsonString())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ada.NextAsync()).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
        _coach.Slack.Calls.Last(call => call.Method == "chat.postMessage").Token.ShouldBe("xoxb-enterprise");
    }

    [Fact]
    public async Task Who_has_not_installed_it_is_not_written_to()
    {
        var ada = _coach.NewPerson("T0STRANGER");
        await ada.SayAsync("hello");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "not_installed", TestContext.Current.CancellationToken));
        _coach.Slack.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task People_of_two_workspaces_with_the_same_id_are_two_learners()
    {
        await InstallAsync(Granted("xoxb-one"));
        _coach.Slack.Codes["code"] = Granted("xoxb-other", team: "T08THIRD");
        await InstallAsync(Granted("xoxb-other", team: "T08THIRD"));
        await new SlackPerson(_coach, "U0SAME", Team).AskAsync("hello");
        await new SlackPerson(_coach, "U0SAME", "T08THIRD").AskAsync("hello");

        await _coach.Application.UntilAsync(db => db.Learners.AnyAsync(TestContext.Current.CancellationToken));
        (await _coach.Application.ReadAsync(db => db.Identities.CountAsync(identity => identity.Platform == "slack", TestContext.Current.CancellationToken))).ShouldBe(2);
    }

    private JsonObject Typed(SlackPerson person)
    {
        var message = person.Message("hello");
        message["ts"] = _coach.Slack.NewTs();
        return message;
    }

    private static JsonObject Ended(string type) => type == "app_uninstalled"
        ? new JsonObject { ["type"] = type }
        : new JsonObject { ["type"] = type, ["tokens"] = new JsonObject { ["bot"] = new JsonArray(FakeSlack.BotUser) } };

    private static JsonObject Granted(string token, string? refreshToken = null, int? expiresIn = null, string team = Team) => new()
    {
        ["ok"] = true,
        ["access_token"] = token,
        ["token_type"] = "bot",
        ["scope"] = "chat:write",
        ["bot_user_id"] = FakeSlack.BotUser,
        ["team"] = new JsonObject { ["id"] = team, ["name"] = "The Other Team" },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
        ["authed_user"] = new JsonObject { ["id"] = "U0INSTALLER" },
        ["refresh_token"] = refreshToken,
        ["expires_in"] = expiresIn,
    };

    /// <param name="granted">What Slack gives for the code; null when it does not know the code.</param>
    private async Task<(HttpStatusCode Status, string Page)> InstallAsync(JsonObject? granted)
    {
        var (location, cookie) = await BeginAsync();
        if (granted is not null)
        {
            _coach.Slack.Codes["code"] = granted;
        }

        return await EndAsync(QueryHelpers.ParseQuery(location.Query)["state"].ToString(), granted is null ? "unknown" : "code", cookie);
    }

    private async Task<(Uri Location, string Cookie)> BeginAsync()
    {
        using var client = new HttpClient(_browser, disposeHandler: false);
        using var response = await client.GetAsync(new Uri(_coach.Application.Address, "/slack/install"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        return (response.Headers.Location!, cookie.Split(';')[0]);
    }

    private async Task<(HttpStatusCode Status, string Page)> EndAsync(string state, string? code, string? cookie)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_coach.Application.Address, $"/slack/oauth_redirect?state={Uri.EscapeDataString(state)}{(code is null ? "&error=access_denied" : $"&code={code}")}"));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
