using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatCoachBot.Tests.Slack.Driving;

/// <summary>Somebody in Slack, who types, presses and fills in.</summary>
public sealed class SlackPerson(SlackCoach coach, string id, string team)
{
    public string Id => id;

    public string Direct => FakeSlack.DirectOf(id);

    /// <summary>What the coach said last in the direct conversation.</summary>
    public SlackPost Last { get; private set; } = null!;

    /// <summary>The time of what was typed last, which is its name.</summary>
    public string LastTs { get; private set; } = "";

    /// <summary>Types in the direct conversation and reads the next message there.</summary>
    public async Task<SlackPost> AskAsync(string text)
    {
        await SayAsync(text);
        return await NextAsync();
    }

    public async Task SayAsync(string text, string? channel = null, string? thread = null)
    {
        LastTs = coach.Slack.NewTs();
        (await DeliverAsync(Message(text, channel, thread))).ShouldBe(HttpStatusCode.OK);
    }

    public async Task EditAsync(string before, string after, string? channel = null, string? thread = null)
    {
        var now = Message(after, channel, thread);
        var previous = Message(before, channel, thread);
        var edit = new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["hidden"] = true,
            ["channel"] = channel ?? Direct,
            ["channel_type"] = channel is null ? "im" : "channel",
            ["ts"] = coach.Slack.NewTs(),
            ["message"] = now,
            ["previous_message"] = previous,
        };
        (await DeliverAsync(edit)).ShouldBe(HttpStatusCode.OK);
    }

    public JsonObject Message(string text, string? channel = null, string? thread = null)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["client_msg_id"] = Guid.NewGuid().ToString(),
            ["user"] = id,
            ["text"] = text,
            ["ts"] = LastTs,
            ["team"] = team,
            ["channel"] = channel ?? Direct,
            ["channel_type"] = channel is null ? "im" : "channel",
        };
        if (thread is not null)
        {
            message["thread_ts"] = thread;
        }

        return message;
    }

    /// <summary>Has Slack deliver an event.</summary>
    public async Task<HttpStatusCode> DeliverAsync(JsonObject inner, string? eventId = null) => (await coach.PostJsonAsync(Envelope(inner, eventId).ToJsonString())).StatusCode;

    public JsonObject Envelope(JsonObject inner, string? eventId = null) => new()
    {
        ["token"] = "t",
        ["team_id"] = team,
        ["api_app_id"] = "A01APP",
        ["event"] = inner,
        ["type"] = "event_callback",
        ["event_id"] = eventId ?? coach.NewEventId(),
        ["event_time"] = coach.Application.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = team,
            ["user_id"] = FakeSlack.BotUser,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
    };

    /// <summary>The next message in the direct conversation.</summary>
    public async Task<SlackPost> NextAsync() => Last = await coach.Slack.NextAsync(id);

    /// <summary>The next message that this person alone sees in a channel.</summary>
    public Task<SlackPost> NextInAsync(string channel) => coach.Slack.NextAsync($"{channel}/{id}");

    /// <summary>Presses a button of a message, the last one when none is given.</summary>
    public async Task PressAsync(string label, SlackPost? post = null)
    {
        post ??= Last;
        var button = JsonNode.Parse(post.Button(label).GetRawText())!;
        (await coach.PostInteractionAsync(Press(button, post))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public async Task<SlackPost> PressAndReadAsync(string label)
    {
        await PressAsync(label);
        return await NextAsync();
    }

    /// <summary>Uses a control of the home page.</summary>
    public async Task ControlAsync(JsonObject action, JsonObject? state = null)
    {
        action["action_ts"] = coach.Slack.NewTs();
        var payload = Interaction("block_actions");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V1" };
        payload["view"] = new JsonObject { ["id"] = "V1", ["type"] = "home", ["hash"] = "1", ["state"] = new JsonObject { ["values"] = state } };
        payload["actions"] = new JsonArray(action);
        (await coach.PostInteractionAsync(payload)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Opens the form behind a button, and sends it filled in.</summary>
    /// <returns>What Slack was told to do with the form.</returns>
    public async Task<JsonElement> FillInAsync(string label, string text, SlackPost? post = null)
    {
        await PressAsync(label, post);
        return await SubmitAsync(await coach.Slack.NextFormAsync(), text);
    }

    public async Task<JsonElement> SubmitAsync(JsonElement form, string text)
    {
        var payload = Interaction("view_submission");
        payload["view"] = new JsonObject
        {
            ["id"] = "V2",
            ["type"] = "modal",
            ["hash"] = coach.Slack.NewTs(),
            ["callback_id"] = form.GetProperty("callback_id").GetString(),
            ["private_metadata"] = form.GetProperty("private_metadata").GetString(),
            ["state"] = new JsonObject { ["values"] = new JsonObject { ["answer"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = text } } } },
        };
        var response = await coach.PostInteractionAsync(payload);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Says <c>/coach …</c>.</summary>
    /// <returns>What Slack shows at once; empty for nothing.</returns>
    public async Task<string> CommandAsync(string text, string? channel = null)
    {
        var response = await coach.PostFormAsync(Command(text, channel));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.Content.ReadAsStringAsync();
        return body.Length == 0 ? "" : SlackPost.Shows(JsonElement.Parse(body).GetProperty("blocks"));
    }

    public (string Name, string Value)[] Command(string text, string? channel = null) =>
    [
        ("token", "t"), ("team_id", team), ("team_domain", "test"), ("channel_id", channel ?? Direct), ("channel_name", channel is null ? "directmessage" : "general"),
        ("user_id", id), ("user_name", "ada"), ("command", "/coach"), ("text", text), ("api_app_id", "A01APP"), ("is_enterprise_install", "false"),
        ("response_url", coach.Slack.NewResponseUrl(channel ?? Direct, id)), ("trigger_id", coach.Slack.NewTrigger()),
    ];

    /// <summary>Goes through the welcome, up to the first exercise: a choice.</summary>
    public async Task<SlackPost> JoinAsync()
    {
        await SayAsync("hello");
        await NextAsync();
        await NextAsync();
        await SayAsync("1");
        await NextAsync();
        await NextAsync();
        await SayAsync("remind 09:00 weekdays");
        await NextAsync();
        return await NextAsync();
    }

    private JsonObject Press(JsonNode button, SlackPost post)
    {
        var payload = Interaction("block_actions");
        var channel = post.Channel == id ? Direct : post.Channel;
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = post.Ts, ["channel_id"] = channel, ["is_ephemeral"] = post.OnlyFor is not null };
        payload["channel"] = new JsonObject { ["id"] = channel, ["name"] = "x" };
        payload["response_url"] = coach.Slack.NewResponseUrl(channel, id);
        payload["message"] = new JsonObject { ["ts"] = post.Ts, ["thread_ts"] = post.Thread };
        payload["actions"] = new JsonArray(new JsonObject
        {
            ["action_id"] = button["action_id"]!.GetValue<string>(),
            ["block_id"] = "b1",
            ["type"] = "button",
            ["value"] = button["value"]?.GetValue<string>(),
            ["action_ts"] = coach.Slack.NewTs(),
        });
        return payload;
    }

    private JsonObject Interaction(string type) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject { ["id"] = id, ["username"] = "ada", ["team_id"] = team },
        ["api_app_id"] = "A01APP",
        ["token"] = "t",
        ["trigger_id"] = coach.Slack.NewTrigger(),
        ["team"] = new JsonObject { ["id"] = team, ["domain"] = "test" },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };
}
