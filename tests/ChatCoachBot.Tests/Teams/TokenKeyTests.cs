using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ChatCoachBot.Teams.Receiving;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace ChatCoachBot.Tests.Teams;

/// <summary>The keys that tokens are verified with, and what is told of tokens.</summary>
public sealed class TokenKeyTests : IAsyncLifetime
{
    private readonly TeamsCoach _coach = new();

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _coach.Application.Clock.GetUtcNow();

    [Fact]
    public async Task Keys_are_kept_and_got_again_for_one_that_is_not_known_but_not_for_each_that_is_made_up()
    {
        var typing = _coach.NewPerson().Activity("typing").ToJsonString();
        for (var i = 0; i < 5; i++)
        {
            (await _coach.PostAsync(typing)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        _coach.Teams.KeysAsked.ShouldBe(1);
        _coach.Teams.NewKey("key-2");
        (await _coach.PostAsync(typing, _coach.Teams.NewToken(Now, "key-2"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the keys were asked for just now");
        _coach.Application.Clock.Advance(TimeSpan.FromMinutes(4));
        (await _coach.PostAsync(typing, _coach.Teams.NewToken(Now, "key-2"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "whoever makes up a key could have them asked for every few seconds");
        _coach.Application.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _coach.PostAsync(typing, _coach.Teams.NewToken(Now, "key-2"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 20; i++)
        {
            (await _coach.PostAsync(typing, _coach.Teams.NewToken(Now, signWith: new RsaSecurityKey(RSA.Create(2048)) { KeyId = $"made-up-{i}" }))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        _coach.Teams.KeysAsked.ShouldBe(2);
    }

    [Fact]
    public async Task While_teams_has_not_answered_nobody_asks_again_and_who_leaves_takes_the_answer_from_nobody()
    {
        var answer = new TaskCompletionSource();
        _coach.Teams.KeysReady = answer.Task;
        var keys = _coach.Application.Services.GetRequiredService<BotKeys>();
        using var leaving = new CancellationTokenSource();
        var first = keys.FindAsync("key-1", leaving.Token).AsTask();
        var second = keys.FindAsync("key-1", Cancel).AsTask();
        await _coach.Application.UntilAsync(_ => Task.FromResult(_coach.Teams.KeysAsked == 1));

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        _coach.Application.Clock.Advance(TimeSpan.FromMinutes(10));
        var third = keys.FindAsync("made-up", Cancel).AsTask();
        second.IsCompleted.ShouldBeFalse();
        answer.SetResult();

        (await second).ShouldNotBeNull();
        (await third).ShouldBeNull();
        _coach.Teams.KeysAsked.ShouldBe(1);
    }

    [Fact]
    public async Task Without_keys_they_are_asked_for_again_after_half_a_minute()
    {
        var typing = _coach.NewPerson().Activity("typing").ToJsonString();
        _coach.Teams.IsSigningKnown = false;
        for (var i = 0; i < 3; i++)
        {
            (await _coach.PostAsync(typing)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var asked = _coach.Teams.KeysAsked;
        _coach.Teams.IsSigningKnown = true;
        (await _coach.PostAsync(typing)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _coach.Teams.KeysAsked.ShouldBe(asked);
        _coach.Application.Clock.Advance(TimeSpan.FromSeconds(30));

        (await _coach.PostAsync(typing)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_whose_key_Teams_has_taken_back_is_no_longer_believed()
    {
        var typing = _coach.NewPerson().Activity("typing").ToJsonString();
        _coach.Teams.NewKey("key-2");
        var token = _coach.Teams.NewToken(Now, "key-2", life: TimeSpan.FromDays(3));
        (await _coach.PostAsync(typing, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _coach.PostAsync(typing, token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        _coach.Teams.TakeBackKey("key-2");
        _coach.Application.Clock.Advance(TimeSpan.FromDays(2));

        (await _coach.PostAsync(typing, token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Known_keys_go_on_while_teams_cannot_be_asked_and_health_says_so()
    {
        var typing = _coach.NewPerson().Activity("typing").ToJsonString();
        (await _coach.PostAsync(typing)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _coach.Teams.IsSigningKnown = false;
        _coach.Application.Clock.Advance(TimeSpan.FromDays(2));

        (await _coach.PostAsync(typing)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var http = new HttpClient { BaseAddress = _coach.Application.Address };
        (await http.GetStringAsync("/health/ready", Cancel)).ShouldBe("Degraded");
    }

    [Fact]
    public async Task Nothing_of_a_token_or_a_text_is_logged()
    {
        var ada = _coach.NewPerson();
        var token = _coach.Teams.NewToken(Now, audience: "somebody-else");
        await _coach.PostAsync(ada.Activity("message", new JsonObject { ["text"] = "my secret words" }).ToJsonString(), token);
        await ada.JoinAsync();
        await ada.AskAsync("my secret words");

        foreach (var secret in (string[])["my secret words", token, token.Split('.')[1], FakeTeams.Secret, FakeTeams.ConnectorToken])
        {
            _coach.Application.Log.With(secret).ShouldBeEmpty();
        }
    }
}
