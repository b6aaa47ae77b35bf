using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatCoachBot.Tests.Teams.Driving;

/// <summary>Somebody in Teams, who types, presses and answers in cards.</summary>
public sealed class TeamsPerson(TeamsCoach coach, string id)
{
    private int _seconds;

    public string Id => id;

    /// <summary>What the coach's tables call them.</summary>
    public string Address => $"{FakeTeams.Tenant}/{id}";

    /// <summary>Their chat with the bot.</summary>
    public string Chat => ChatOf(id);

    /// <summary>What the coach said last in that chat.</summary>
    public TeamsPost Last { get; private set; } = null!;

    /// <summary>The id of what was typed last.</summary>
    public string LastId { get; private set; } = "";

    public static string ChatOf(string id) => "a:" + id[3..];

    /// <summary>Installs the app, joins path 1 with a reminder at nine, and reads the first exercise.</summary>
    public async Task<TeamsPost> JoinAsync()
    {
        await InstallAsync();
        await NextAsync();
        await NextAsync();
        await AskAsync("1");
        await NextAsync();
        await AskAsync("remind 09:00 weekdays");
        return await NextAsync();
    }

    /// <summary>Opening a chat tells of itself twice.</summary>
    public async Task InstallAsync()
    {
        (await DeliverAsync(Activity("installationUpdate", new JsonObject { ["action"] = "add" }))).ShouldBe(HttpStatusCode.OK);
        (await DeliverAsync(Activity("conversationUpdate", new JsonObject { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = FakeTeams.BotId }) }))).ShouldBe(HttpStatusCode.OK);
    }

    public async Task<TeamsPost> AskAsync(string text)
    {
        await SayAsync(text);
        return await NextAsync();
    }

    public async Task SayAsync(string text)
    {
        var activity = Activity("message", new JsonObject { ["text"] = text, ["textFormat"] = "plain" });
        LastId = activity["id"]!.GetValue<string>();
        (await DeliverAsync(activity)).ShouldBe(HttpStatusCode.OK);
    }

    public async Task EditAsync(string text) => (await DeliverAsync(Activity("messageUpdate", new JsonObject
    {
        ["id"] = LastId,
        ["text"] = text,
        ["channelData"] = new JsonObject { ["eventType"] = "editMessage", ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } },
    }))).ShouldBe(HttpStatusCode.OK);

    /// <summary>Says something in a channel or a group.</summary>
    /// <param name="mentions">Whether the bot is called.</param>
    public async Task SayInAsync(string conversation, string text, bool mentions = true)
    {
        var said = new JsonObject { ["text"] = mentions ? $"<at>ChatCoach</at> {text}" : text };
        if (mentions)
        {
            said["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>ChatCoach</at>",
                ["mentioned"] = new JsonObject { ["id"] = FakeTeams.BotId, ["name"] = "ChatCoach" },
            });
        }

        (await DeliverAsync(Activity("message", said, conversation))).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Presses a button that submits.</summary>
    public async Task PressAsync(string title, TeamsPost? on = null, string? conversation = null)
    {
        var action = (on ?? Last).Action(title);
        action.GetProperty("type").GetString().ShouldBe("Action.Submit");
        (await DeliverAsync(Activity("message", new JsonObject { ["value"] = JsonNode.Parse(action.GetProperty("data").GetRawText()), ["replyToId"] = (on ?? Last).Id }, conversation))).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Answers in the card's own input, and reads what takes the card's place.</summary>
    public async Task<JsonElement> AnswerInCardAsync(string answer, TeamsPost? on = null, string? conversation = null)
    {
        var action = (on ?? Last).Action("Send");
        action.GetProperty("type").GetString().ShouldBe("Action.Execute");
        var data = JsonNode.Parse(action.GetProperty("data").GetRawText())!;
        data["answer"] = answer;
        var invoke = Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = (on ?? Last).Id,
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action.GetProperty("verb").GetString(), ["data"] = data }, ["trigger"] = "manual" },
        }, conversation);
        using var response = await coach.PostAsync(invoke.ToJsonString());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public async Task<TeamsPost> NextAsync() => Last = await coach.Teams.NextAsync(Chat);

    public async Task<HttpStatusCode> DeliverAsync(JsonObject activity)
    {
        using var response = await coach.PostAsync(activity.ToJsonString());
        return response.StatusCode;
    }

    public JsonObject Activity(string type, JsonObject? more = null, string? conversation = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = coach.Teams.NewId(),
            ["timestamp"] = coach.Application.Clock.GetUtcNow().AddSeconds(_seconds++).ToString("O", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Europe/Warsaw",
            ["serviceUrl"] = FakeTeams.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = id, ["name"] = "Ada", ["aadObjectId"] = "99999999-0000-0000-0000-000000000000" },
            ["recipient"] = new JsonObject { ["id"] = FakeTeams.BotId, ["name"] = "ChatCoach" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation ?? Chat,
                ["conversationType"] = conversation is null ? "personal" : conversation.Contains("tacv2", StringComparison.Ordinal) ? "channel" : "groupChat",
                ["tenantId"] = FakeTeams.Tenant,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } },
        };
        foreach (var (key, value) in more ?? [])
        {
            activity[key] = value?.DeepClone();
        }

        return activity;
    }
}
