using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatCoachBot.Teams.References;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace ChatCoachBot.Tests.Teams;

/// <summary>Who is believed: each fault of a token is a 401, and nothing is stored.</summary>
public sealed class TokenTests(TeamsCoach coach) : IClassFixture<TeamsCoach>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => coach.Application.Clock.GetUtcNow();

    public static TheoryData<string, Func<FakeTeams, DateTimeOffset, string>> Faults => new()
    {
        { "none", (_, _) => "" },
        { "no token at all", (_, _) => "x" },
        { "three empty parts", (_, _) => ".." },
        { "expired", (teams, now) => teams.NewToken(now, age: TimeSpan.FromMinutes(70)) },
        { "not yet valid", (teams, now) => teams.NewToken(now, age: TimeSpan.FromMinutes(-10)) },
        { "another audience", (teams, now) => teams.NewToken(now, audience: Guid.NewGuid().ToString()) },
        { "no audience", (teams, now) => teams.NewToken(now, audience: null) },
        { "another issuer", (teams, now) => teams.NewToken(now, issuer: "https://sts.windows.net/x/") },
        { "no issuer", (teams, now) => teams.NewToken(now, issuer: null) },
        { "another key under a known name", (teams, now) => teams.NewToken(now, signWith: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "key-1" }) },
        { "a key that Teams has not", (teams, now) => teams.NewToken(now, signWith: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "key-9" }) },
        { "a key without a name", (teams, now) => teams.NewToken(now, signWith: new RsaSecurityKey(RSA.Create(2048))) },
        { "HS256 with the public key as secret", (teams, now) => teams.NewToken(now, algorithm: SecurityAlgorithms.HmacSha256, signWith: new SymmetricSecurityKey(new byte[64]) { KeyId = "key-1" }) },
        { "the algorithm none", (teams, now) => Unsigned(teams.NewToken(now)) },
        { "a signature cut off", (teams, now) => teams.NewToken(now)[..^20] },
        { "no serviceurl", (teams, now) => teams.NewToken(now, serviceUrl: null) },
        { "an empty serviceurl", (teams, now) => teams.NewToken(now, serviceUrl: "") },
        { "another serviceurl", (teams, now) => teams.NewToken(now, serviceUrl: "https://smba.trafficmanager.net/amer/") },
        { "a token of 20 KB", (teams, now) => new string('a', 20_000) + "." + new string('b', 20) + ".c" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task A_token_with_a_fault_is_refused(string fault, Func<FakeTeams, DateTimeOffset, string> token)
    {
        var ada = coach.NewPerson();

        using var response = await coach.PostAsync(ada.Activity("message", new JsonObject { ["text"] = "hello" }).ToJsonString(), token(coach.Teams, Now));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, fault);
        (await coach.Application.ReadAsync(db => db.Inbox.AnyAsync(message => message.Sender == ada.Address, Cancel))).ShouldBeFalse(fault);
        (await coach.Application.ReadAsync(db => db.Set<TeamsReference>().AnyAsync(reference => reference.Address == ada.Address, Cancel))).ShouldBeFalse(fault);
    }

    [Fact]
    public async Task A_key_that_does_not_speak_for_the_channel_is_refused()
    {
        coach.Teams.NewKey("skype-1");
        var ada = coach.NewPerson();

        using var response = await coach.PostAsync(ada.Activity("message").ToJsonString(), coach.Teams.NewToken(Now, "skype-1"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_channel_of_the_bots_may_not_speak_as_a_person_in_Teams()
    {
        var activity = coach.NewPerson().Activity("message");
        activity["channelId"] = "webchat";

        using var response = await coach.PostAsync(activity.ToJsonString(), coach.Teams.NewToken(Now));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public async Task A_clock_that_is_minutes_off_is_borne_with(int minutes)
    {
        using var response = await coach.PostAsync(coach.NewPerson().Activity("typing").ToJsonString(), coach.Teams.NewToken(Now.AddMinutes(minutes), life: TimeSpan.FromMinutes(1)));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_that_was_good_is_good_for_its_hour_and_for_its_own_serviceurl_only()
    {
        var ada = coach.NewPerson();
        var typing = ada.Activity("typing").ToJsonString();
        var elsewhere = ada.Activity("typing");
        elsewhere["serviceUrl"] = "https://smba.trafficmanager.net/amer/";
        var token = coach.Teams.NewToken(Now);

        (await coach.PostAsync(typing, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await coach.PostAsync(typing, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await coach.PostAsync(elsewhere.ToJsonString(), token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await coach.PostAsync(typing, token[..^4] + "AAAA")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "another signature");
        coach.Application.Clock.Advance(TimeSpan.FromMinutes(70));
        (await coach.PostAsync(typing, token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "it has run out");
    }

    private static string Unsigned(string token)
    {
        var parts = token.Split('.');
        return $"{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes("{\"alg\":\"none\",\"kid\":\"key-1\",\"typ\":\"JWT\"}"))}.{parts[1]}.";
    }
}
