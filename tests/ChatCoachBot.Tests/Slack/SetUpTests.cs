using System.Text.Json;
using ChatCoachBot.Slack;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.Extensions.Configuration;

namespace ChatCoachBot.Tests.Slack;

/// <summary>What whoever sets it up is given, and told.</summary>
public sealed class SetUpTests
{
    [Theory]
    [InlineData("manifest.json")]
    [InlineData("manifest.socket.json")]
    public void The_manifest_asks_for_what_the_code_needs_and_no_more(string file)
    {
        var manifest = Manifest(file);
        manifest.GetProperty("oauth_config").GetProperty("scopes").GetProperty("bot").EnumerateArray().Select(scope => scope.GetString())
            .ShouldBe(SlackScopes.Needed.Select(scope => scope.Name));
        manifest.GetProperty("settings").GetProperty("event_subscriptions").GetProperty("bot_events").EnumerateArray().Select(name => name.GetString()).ShouldBe(
            ["app_home_opened", "app_mention", "app_uninstalled", "message.channels", "message.groups", "message.im", "reaction_added", "tokens_revoked"]);
        manifest.GetProperty("features").GetProperty("slash_commands")[0].GetProperty("should_escape").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("manifest.socket")]
    public void The_manifest_is_the_same_in_yaml_and_in_json(string name)
    {
        var yaml = new YamlDotNet.Serialization.DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(File.ReadAllText(PathOf($"{name}.yaml")));
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(yaml), Manifest($"{name}.json")).ShouldBeTrue();
    }

    [Fact]
    public void The_readme_explains_every_scope()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        SlackScopes.Needed.Where(scope => !readme.Contains($"`{scope.Name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--Slack:BotToken=xoxb-1", "Slack is half configured: set Slack:SigningSecret to receive over HTTP, or Slack:AppToken to receive through a socket.")]
    [InlineData("--Slack:SigningSecret=1", "Slack is half configured: set Slack:BotToken, or Slack:ClientId and Slack:ClientSecret for many workspaces.")]
    [InlineData("--Slack:AppToken=xapp-1", "Slack is half configured: set Slack:BotToken, or Slack:ClientId and Slack:ClientSecret for many workspaces.")]
    [InlineData("--Slack:ClientId=1", "Slack is half configured: Slack:ClientId needs Slack:ClientSecret.")]
    [InlineData("--Slack:ClientSecret=1 --Slack:BotToken=xoxb-1", "Slack is half configured: Slack:ClientSecret needs Slack:ClientId.")]
    [InlineData("--Slack:ClientId=1 --Slack:ClientSecret=1", "Slack is half configured: set Slack:SigningSecret to receive over HTTP")]
    [InlineData("--Slack:ClientId=1 --Slack:ClientSecret=1 --Slack:SigningSecret=1", "Many Slack workspaces need PublicUrl")]
    [InlineData("--Slack:BotToken=xoxb-1 --Slack:SigningSecret=1 --Slack:ApiUrl=http://slack.example.com/", "Slack:ApiUrl is no address with https://")]
    [InlineData("--Slack:BotToken=secret --Slack:SigningSecret=1", "Slack:BotToken is no bot token: it begins with xoxb-.")]
    [InlineData("--Slack:BotToken=xoxb-1 --Slack:AppToken=secret", "Slack:AppToken is no app-level token: it begins with xapp-.")]
    [InlineData("--Slack:BotToken=xoxb-1 --Slack:SigningSecret=1 --Slack:ChannelsManagedBy=Nobody", "A setting under Slack cannot be read")]
    public void A_half_configured_slack_is_one_clear_line(string settings, string line)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(settings.Split(' ')).Build();
        var problem = Should.Throw<StartupException>(() => SlackOptions.Of(configuration)).Message;
        problem.ShouldStartWith(line);
        problem.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_half_configured_slack_stops_the_start_before_anything_is_made()
    {
        using var folder = new TemporaryFolder();
        var (code, output) = await HostProcess.RunAsync(folder, ["--Slack:BotToken=xoxb-1"]);
        code.ShouldBe(1);
        output.ShouldBe("Slack is half configured: set Slack:SigningSecret to receive over HTTP, or Slack:AppToken to receive through a socket.");
        Directory.EnumerateFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_says_that_all_is_well()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Scopes = string.Join(',', SlackScopes.Needed.Select(scope => scope.Name));

        var (code, lines) = await CheckAsync(slack, FakeSlack.BotToken, FakeSlack.AppToken, "0123456789abcdef0123456789abcdef");
        lines.ShouldBe(
        [
            "✓ The bot token works: chatcoach in The Team.",
            "✓ The token has every scope that is needed.",
            "✓ The app-level token opens a socket.",
            "✓ The signing secret looks right. Only a request of Slack’s proves it: save the request URL under “Event Subscriptions”, and Slack tries it.",
        ]);
        code.ShouldBe(0);
    }

    [Fact]
    public async Task Check_says_what_is_missing_and_shows_no_secret()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Scopes = string.Join(',', SlackScopes.Needed.Select(scope => scope.Name).Except(["users:read"]));

        var (code, lines) = await CheckAsync(slack, FakeSlack.BotToken, "xapp-wrong", "wrong");
        lines.ShouldBe(
        [
            "✓ The bot token works: chatcoach in The Team.",
            "✗ The scope users:read is missing: it is needed for a person’s time zone, and whether they are an admin. Add it under “OAuth & Permissions”, then reinstall the app.",
            "✗ The app-level token opens no socket (invalid_auth). Switch Socket Mode on, and give the token the scope connections:write.",
            "✗ The signing secret does not look like one: it has 32 characters, 0 to 9 and a to f. Copy it from “Basic Information”.",
        ]);
        code.ShouldBe(1);
        (await CheckAsync(slack, "xoxb-wrong", "", "wrong")).Lines[0].ShouldStartWith("✗ Slack does not take the bot token (invalid_auth).");
    }

    private static async Task<(int Code, IReadOnlyList<string> Lines)> CheckAsync(FakeSlack slack, string botToken, string appToken, string secret)
    {
        using var folder = new TemporaryFolder();
        var (code, output) = await HostProcess.RunAsync(
            folder, ["slack", "check", $"--Slack:ApiUrl={slack.ApiUrl}", $"--Slack:BotToken={botToken}", $"--Slack:AppToken={appToken}", $"--Slack:SigningSecret={secret}"]);
        return (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static JsonElement Manifest(string file) => JsonElement.Parse(File.ReadAllBytes(PathOf(file)));

    private static string PathOf(string file) => Path.Combine(Repository.Root, "manifests", "slack", file);
}
