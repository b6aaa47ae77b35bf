using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Slack;

/// <summary>Receiving through a socket, which Slack closes, breaks and opens as it likes.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private readonly SlackCoach _coach = new();

    public ValueTask InitializeAsync()
    {
        _coach.Settings.Remove("Slack:SigningSecret");
        _coach.Settings["Slack:AppToken"] = FakeSlack.AppToken;
        _coach.Settings["Slack:SocketPing"] = "00:00:00.300";
        return _coach.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task What_comes_is_stored_acknowledged_and_answered()
    {
        var socket = await ConnectedAsync();
        var ada = _coach.NewPerson();

        await socket.DeliverAsync("e1", "events_api", ada.Envelope(Typed(ada, "hello")));
        var acknowledgement = await socket.NextAsync();
        acknowledgement.GetProperty("envelope_id").GetString().ShouldBe("e1");
        acknowledgement.TryGetProperty("payload", out _).ShouldBeFalse();
        (await ada.NextAsync()).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
    }

    [Fact]
    public async Task Commands_and_forms_are_answered_through_it()
    {
        var socket = await ConnectedAsync();
        var ada = _coach.NewPerson();

        await socket.DeliverAsync("c1", "slash_commands", new JsonObject(ada.Command("admin", null).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value))));
        var answer = await socket.NextAsync();
        SlackPost.Shows(answer.GetProperty("payload").GetProperty("blocks")).ShouldStartWith("Only whoever runs the coach can do that.");
        await socket.DeliverAsync("i1", "interactive", new JsonObject { ["type"] = "shortcut" });
        (await socket.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("i1");
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task When_slack_announces_that_it_closes_the_next_is_open_before_and_nothing_is_lost(string reason)
    {
        var first = await ConnectedAsync();
        var ada = _coach.NewPerson();

        await first.DisconnectAsync(reason);
        var second = await ConnectedAsync();
        await first.DeliverAsync("old", "events_api", ada.Envelope(Typed(ada, "hello")));
        (await first.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("old");
        await second.DeliverAsync("new", "events_api", ada.Envelope(Typed(ada, "1")));
        (await second.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("new");
        await first.CloseAsync();
        await first.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_socket_that_breaks_is_replaced_and_what_was_not_acknowledged_comes_again_once()
    {
        var first = await ConnectedAsync();
        var ada = _coach.NewPerson();
        var message = ada.Envelope(Typed(ada, "hello"));
        await first.DeliverAsync("e1", "events_api", message);
        await first.NextAsync();
        first.Break();

        var second = await NextSocketAsync();
        await second.HelloAsync();
        await second.DeliverAsync("e1", "events_api", message);
        (await second.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e1");
        await ada.NextAsync();
        await ada.NextAsync();
        (await _coach.Application.ReadAsync(db => db.Inbox.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task A_socket_that_falls_silent_is_left()
    {
        var first = await ConnectedAsync(isSilent: true);
        var second = await NextSocketAsync();
        await second.HelloAsync();
        await first.Ended.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task When_slack_is_away_for_an_hour_the_coach_is_there_after_it()
    {
        var away = 0;
        _coach.Slack.Instead = (method, _, _) => method == "apps.connections.open" && Volatile.Read(ref away) == 1 ? Results.StatusCode(503) : null;
        var first = await ConnectedAsync();
        Volatile.Write(ref away, 1);
        first.Break();
        for (var minute = 0; minute < 60; minute++)
        {
            _coach.Application.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Volatile.Write(ref away, 0);
        var second = await NextSocketAsync();
        await second.HelloAsync();
        var ada = _coach.NewPerson();
        await second.DeliverAsync("e1", "events_api", ada.Envelope(Typed(ada, "hello")));
        (await second.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e1");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"events_api","envelope_id":"e0"}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e0","payload":7}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e0","payload":{"type":"event_callback","event":[]}}""")]
    [InlineData("""{"type":"something_new","envelope_id":"e0","payload":{}}""")]
    [InlineData("""{"type":"interactive","envelope_id":"e0","payload":{"user":7}}""")]
    public async Task Nonsense_does_no_harm(string message)
    {
        var socket = await ConnectedAsync();
        await socket.SendAsync(message);

        var ada = _coach.NewPerson();
        await socket.DeliverAsync("e1", "events_api", ada.Envelope(Typed(ada, "hello")));
        (await ada.NextAsync()).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
    }

    private JsonObject Typed(SlackPerson person, string text)
    {
        var message = person.Message(text);
        message["ts"] = _coach.Slack.NewTs();
        return message;
    }

    private async Task<FakeSocket> ConnectedAsync(bool isSilent = false)
    {
        var socket = await NextSocketAsync(isSilent);
        await socket.HelloAsync();
        return socket;
    }

    /// <summary>Lets seconds go by, since the coach waits between tries.</summary>
    private async Task<FakeSocket> NextSocketAsync(bool isSilent = false)
    {
        _coach.Slack.IsSilent = isSilent;
        var next = _coach.Slack.NextSocketAsync();
        while (!next.IsCompleted)
        {
            _coach.Application.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken));
        }

        return await next;
    }
}
