using System.Net;
using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Teams.Driving;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Teams;

/// <summary>Activities that Teams would never send, with a token that is right.</summary>
public sealed class BadActivityTests(TeamsCoach coach) : IClassFixture<TeamsCoach>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("type")]
    [InlineData("id")]
    [InlineData("serviceUrl")]
    [InlineData("channelId")]
    [InlineData("from")]
    [InlineData("from.id")]
    [InlineData("recipient")]
    [InlineData("recipient.id")]
    [InlineData("conversation")]
    [InlineData("conversation.id")]
    public async Task What_every_activity_has_must_be_there_and_of_its_type(string key)
    {
        var ada = coach.NewPerson();
        foreach (var value in (JsonNode?[])[null, "", 5, true, new JsonArray(1), new JsonObject { ["id"] = new JsonArray() }])
        {
            var activity = ada.Activity("message", new JsonObject { ["text"] = "hello" });
            var parts = key.Split('.');
            var owner = parts.Length == 1 ? activity : activity[parts[0]]!.AsObject();
            owner[parts[^1]] = value?.DeepClone();

            using var response = await coach.PostAsync(activity.ToJsonString());

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{key} = {value?.ToJsonString() ?? "null"}");
        }

        await ShouldHaveStoredNothingAsync(ada.Address);
    }

    [Theory]
    [InlineData("text", "[1]")]
    [InlineData("entities", "\"x\"")]
    [InlineData("membersAdded", "{}")]
    [InlineData("channelData", "[]")]
    [InlineData("attachments", "5")]
    [InlineData("conversation", "{\"id\":\"a:1\",\"tenantId\":5}")]
    [InlineData("id", "\"two words\"")]
    [InlineData("id", "\"line\\nbreak\"")]
    public async Task What_is_of_another_type_is_refused(string key, string json)
    {
        var ada = coach.NewPerson();

        using var response = await coach.PostAsync(ada.Activity("message", new JsonObject { [key] = JsonNode.Parse(json) }).ToJsonString());

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await ShouldHaveStoredNothingAsync(ada.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{")]
    [InlineData("{\"type\":\"message\"}")]
    public async Task What_is_no_activity_is_refused(string body) => (await coach.PostAsync(body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Nesting_without_end_and_a_body_without_end_are_refused()
    {
        (await coach.PostAsync(new string('[', 100_000))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await coach.PostAsync(new string(' ', 2 * 1024 * 1024))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("https://10.0.0.5/")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://SMBA.trafficmanager.net/emea/")]
    [InlineData("HTTPS://smba.trafficmanager.net/emea/")]
    [InlineData("https://smbа.trafficmanager.net/emea/")] // a Cyrillic letter
    [InlineData("https://xn--smb-7cd.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/")]
    [InlineData("https://smba.trafficmanager.net%2eevil.example/")]
    [InlineData("https://smba.trafficmanager.net./emea/")]
    [InlineData("https://notbotframework.com/")]
    [InlineData("https://localhost:3978/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    public async Task A_serviceurl_elsewhere_is_refused_before_anything_is_sent_there(string serviceUrl)
    {
        var ada = coach.NewPerson();
        var token = coach.Teams.NewToken(coach.Application.Clock.GetUtcNow(), serviceUrl: serviceUrl);

        using var response = await coach.PostAsync(ada.Activity("message", new JsonObject { ["text"] = "hello", ["serviceUrl"] = serviceUrl }).ToJsonString(), token);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await ShouldHaveStoredNothingAsync(ada.Address);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams/")]
    [InlineData("https://europe.botframework.com")]
    [InlineData("https://canary.teams.microsoft.us/")]
    public async Task The_places_of_teams_are_known(string serviceUrl)
    {
        var token = coach.Teams.NewToken(coach.Application.Clock.GetUtcNow(), serviceUrl: serviceUrl);

        using var response = await coach.PostAsync(coach.NewPerson().Activity("typing", new JsonObject { ["serviceUrl"] = serviceUrl }).ToJsonString(), token);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_tenant_is_not_served()
    {
        var ada = coach.NewPerson();
        var activity = ada.Activity("message", new JsonObject { ["text"] = "hello" });
        activity["conversation"]!["tenantId"] = "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee";

        (await coach.PostAsync(activity.ToJsonString())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await ShouldHaveStoredNothingAsync(ada.Address);
    }

    [Fact]
    public async Task The_same_activity_again_changes_nothing()
    {
        var ada = coach.NewPerson();
        await ada.JoinAsync();
        var answer = ada.Activity("message", new JsonObject { ["text"] = "2" });

        (await ada.DeliverAsync(answer)).ShouldBe(HttpStatusCode.OK);
        (await ada.NextAsync()).Shown.ShouldStartWith("Passed 100%");
        (await ada.DeliverAsync(answer)).ShouldBe(HttpStatusCode.OK);
        (await ada.AskAsync("menu")).Shown.ShouldStartWith("What would you like to do?");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"coach\":{}}")]
    [InlineData("{\"coach\":{\"exercise\":\"x\"}}")]
    [InlineData("{\"coach\":{\"says\":\"2\",\"exercise\":999999}}")]
    [InlineData("{\"coach\":{\"says\":\"2\",\"exercise\":1,\"round\":\"00000000-0000-0000-0000-000000000001\"}}")]
    [InlineData("[]")]
    public async Task A_card_that_is_none_of_the_coachs_does_no_harm(string value)
    {
        var ada = coach.NewPerson();
        await ada.JoinAsync();

        (await ada.DeliverAsync(ada.Activity("message", new JsonObject { ["value"] = JsonNode.Parse(value) }))).ShouldBe(HttpStatusCode.OK);
        using var invoked = await coach.PostAsync(ada.Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "answer", ["data"] = JsonNode.Parse(value) } },
        }).ToJsonString());
        invoked.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Whatever shape an activity has, it is taken or refused; it never is a fault of the host.</summary>
    [Fact]
    public async Task No_json_is_a_fault_of_the_host()
    {
        var value = Gen.OneOf(
            Gen.Const((JsonNode?)null), Gen.Int.Select(number => (JsonNode?)number), Gen.String.Select(text => (JsonNode?)text), Gen.Bool.Select(flag => (JsonNode?)flag),
            Gen.Const((JsonNode?)new JsonArray()), Gen.Const((JsonNode?)new JsonArray(1, "x", null)), Gen.Const((JsonNode?)new JsonObject { ["id"] = "x", ["type"] = "mention", ["text"] = "<at>" }));
        var keys = OneOf(
            "type", "id", "timestamp", "localTimezone", "serviceUrl", "channelId", "from", "recipient", "conversation", "text", "value", "entities", "attachments", "membersAdded", "reactionsAdded", "channelData", "name", "action", "replyToId");
        var types = OneOf("message", "messageUpdate", "conversationUpdate", "installationUpdate", "messageReaction", "invoke", "typing", "x");
        var ada = coach.NewPerson();
        var samples = Gen.Select(types, Gen.Select(keys, value).Array[0, 3]).Array[300].Single();
        foreach (var (type, changes) in samples)
        {
            var activity = ada.Activity(type);
            foreach (var (key, changed) in changes)
            {
                activity[key] = changed?.DeepClone();
            }

            using var response = await coach.PostAsync(activity.ToJsonString());
            ((int)response.StatusCode).ShouldBeOneOf([200, 400, 401, 403, 501], activity.ToJsonString());
        }
    }

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private async Task ShouldHaveStoredNothingAsync(string of) => (await coach.Application.ReadAsync(db => db.Inbox.AnyAsync(message => message.Sender == of, Cancel))).ShouldBeFalse();
}
