using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatCoachBot.Tests.Slack.Driving;

/// <summary>Slack, as far as the coach meets it: it checks tokens, scopes, sizes and single use as the real one does, and fails when a test says so.</summary>
public sealed class FakeSlack : IAsyncDisposable
{
    public const string Team = "T01TEST";
    public const string BotToken = "xoxb-of-the-tests";
    public const string AppToken = "xapp-of-the-tests";
    public const string ClientId = "11.22";
    public const string ClientSecret = "client-secret-of-the-tests";
    public const string BotUser = "U0COACH";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, System.Threading.Channels.Channel<SlackPost>> _arrivals = new();
    private readonly ConcurrentDictionary<string, int> _responseUrls = new();
    private readonly ConcurrentDictionary<string, bool> _triggers = new();
    private readonly ConcurrentDictionary<string, bool> _tickets = new();
    private int _numbers;

    private FakeSlack(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Uri ApiUrl => new(Address, "/api/");

    /// <summary>What every method was called with, in order.</summary>
    public ConcurrentQueue<(string Method, string Token, JsonElement Arguments)> Calls { get; } = new();

    /// <summary>Every message, in order.</summary>
    public ConcurrentQueue<SlackPost> Posts { get; } = new();

    /// <summary>The workspace of each bot token.</summary>
    public ConcurrentDictionary<string, string> Tokens { get; } = new() { [BotToken] = Team };

    /// <summary>Answers in place of Slack; null lets Slack answer. The second call is after Slack has done what was asked.</summary>
    public Func<string, JsonElement, bool, IResult?> Instead { get; set; } = static (_, _, _) => null;

    /// <summary>What its tokens may do, as Slack lists it.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>The zones of people.</summary>
    public ConcurrentDictionary<string, string> Zones { get; } = new();

    /// <summary>People who are admins of the workspace.</summary>
    public ConcurrentDictionary<string, bool> WorkspaceAdmins { get; } = new();

    /// <summary>Channels, with who made each, whether it is private, and whether the coach is in it.</summary>
    public ConcurrentDictionary<string, (string Creator, bool IsPrivate, bool HasCoach)> Channels { get; } = new();

    /// <summary>Members of groups.</summary>
    public ConcurrentDictionary<string, string[]> Groups { get; } = new();

    /// <summary>Forms that were opened, by who opened them, and home pages.</summary>
    public ConcurrentDictionary<string, JsonElement> Homes { get; } = new();

    public System.Threading.Channels.Channel<JsonElement> Forms { get; } = System.Threading.Channels.Channel.CreateUnbounded<JsonElement>();

    /// <summary>Codes of installations that may be exchanged once, with what Slack answers.</summary>
    public ConcurrentDictionary<string, JsonObject> Codes { get; } = new();

    public ConcurrentQueue<(string Channel, string Ts, string Name)> Reactions { get; } = new();

    /// <summary>Pictures that were shown, and where.</summary>
    public ConcurrentQueue<ShownPicture> Shown { get; } = new();

    private byte[]? Uploaded { get; set; }

    private string? AltText { get; set; }

    /// <summary>What the coach's own rules or Slack's would refuse.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Whether the next socket is up and answers nothing, not even a ping.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Open sockets, in the order they were opened.</summary>
    public System.Threading.Channels.Channel<FakeSocket> Sockets { get; } = System.Threading.Channels.Channel.CreateUnbounded<FakeSocket>();

    public static async Task<FakeSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new FakeSlack(app);
        app.UseWebSockets();
        app.MapPost("/api/{method}", slack.CallAsync);
        app.MapPost("/response/{id}", slack.RespondAsync);
        app.MapPost("/upload/{name}/{length:int}", slack.UploadAsync);
        app.Map("/link/{ticket}", slack.LinkAsync);
        await app.StartAsync();
        return slack;
    }

    /// <summary>A way to answer one person, good for five answers.</summary>
    public string NewResponseUrl(string channel, string user)
    {
        var id = $"{channel}-{user}-{Interlocked.Increment(ref _numbers).ToString(CultureInfo.InvariantCulture)}";
        _responseUrls[id] = 5;
        return new Uri(Address, $"/response/{id}").ToString();
    }

    /// <summary>A right to open a form, good once.</summary>
    public string NewTrigger()
    {
        var trigger = $"{Interlocked.Increment(ref _numbers).ToString(CultureInfo.InvariantCulture)}.1.x";
        _triggers[trigger] = true;
        return trigger;
    }

    public string NewTs() => $"1790000000.{Interlocked.Increment(ref _numbers).ToString("D6", CultureInfo.InvariantCulture)}";

    /// <summary>The next message in a channel, or in a person's direct conversation.</summary>
    public async Task<SlackPost> NextAsync(string channel) => await Arrivals(channel).Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    public bool HasMore(string channel) => Arrivals(channel).Reader.TryPeek(out _);

    public async Task<JsonElement> NextFormAsync() => await Forms.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    public async Task<FakeSocket> NextSocketAsync() => await Sockets.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationTokenSource(TimeSpan.FromMilliseconds(200)).Token);
        await _app.DisposeAsync();
    }

    private System.Threading.Channels.Channel<SlackPost> Arrivals(string channel) => _arrivals.GetOrAdd(channel, static _ => System.Threading.Channels.Channel.CreateUnbounded<SlackPost>());

    private async Task<IResult> CallAsync(string method, HttpContext context)
    {
        var arguments = await ArgumentsAsync(context.Request);
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        Calls.Enqueue((method, token, arguments));
        if (Instead(method, arguments, false) is { } refusal)
        {
            return refusal;
        }

        var answer = Answer(method, token, arguments);
        context.Response.Headers["x-oauth-scopes"] = Scopes;
        return Instead(method, arguments, true) ?? Results.Text(answer.ToJsonString(), "application/json");
    }

    private JsonObject Answer(string method, string token, JsonElement arguments)
    {
        if (method == "oauth.v2.access")
        {
            return Exchange(arguments);
        }

        if (method == "api.test")
        {
            return Ok();
        }

        if (method == "apps.connections.open")
        {
            return token == AppToken ? Ok(("url", NewTicket())) : Error("invalid_auth");
        }

        return !Tokens.TryGetValue(token, out var team) ? Error("invalid_auth") : method switch
        {
            "auth.test" => Ok(("team_id", team), ("user_id", BotUser), ("team", "The Team"), ("user", "chatcoach")),
            "chat.postMessage" => Post(arguments, null),
            "chat.postEphemeral" => Text(arguments, "user") is { } user ? Post(arguments, user) : Error("user_not_in_channel"),
            "conversations.open" => Ok(("channel", new JsonObject { ["id"] = DirectOf(Text(arguments, "users")!) })),
            "conversations.history" or "conversations.replies" => Ok(("messages", History(arguments))),
            "conversations.info" => Channels.TryGetValue(Text(arguments, "channel")!, out var channel)
                ? Ok(("channel", new JsonObject { ["creator"] = channel.Creator, ["is_private"] = channel.IsPrivate, ["is_member"] = channel.HasCoach }))
                : Error("channel_not_found"),
            "conversations.join" => Join(Text(arguments, "channel")!),
            "users.info" => Ok(("user", new JsonObject { ["tz"] = Zones.GetValueOrDefault(Text(arguments, "user")!), ["is_admin"] = WorkspaceAdmins.ContainsKey(Text(arguments, "user")!) })),
            "usergroups.users.list" => Groups.TryGetValue(Text(arguments, "usergroup")!, out var members)
                ? Ok(("users", new JsonArray([.. members.Select(member => (JsonNode)member)])))
                : Error("no_such_subteam"),
            "views.open" => Open(arguments),
            "views.publish" => Publish(arguments),
            "reactions.add" => React(arguments),
            "files.getUploadURLExternal" when (AltText = Text(arguments, "alt_txt"))?.Length is > 0 and <= 1000 => Ok(("file_id", "F01FILE"), ("upload_url", new Uri(Address, $"/upload/{Text(arguments, "filename")}/{Text(arguments, "length")}").ToString())),
            "files.completeUploadExternal" => Complete(arguments),
            _ => Error("unknown_method"),
        };
    }

    private JsonObject Post(JsonElement arguments, string? onlyFor)
    {
        var channel = Text(arguments, "channel") ?? "";
        if (channel is ['C' or 'G', ..] && !(Channels.TryGetValue(channel, out var known) && known.HasCoach))
        {
            return Error(Channels.ContainsKey(channel) ? "not_in_channel" : "channel_not_found");
        }

        if (Text(arguments, "text") is not { Length: > 0 and <= 40_000 } text)
        {
            return Error("no_text");
        }

        if (Check(text, arguments.GetProperty("blocks")) is { } fault)
        {
            return Error(fault);
        }

        if (arguments.GetProperty("unfurl_links").GetBoolean() || arguments.GetProperty("unfurl_media").GetBoolean())
        {
            Faults.Enqueue("a message that unfurls links");
        }

        var ts = NewTs();
        Arrive(new SlackPost(channel, ts, onlyFor, Text(arguments, "thread_ts"), arguments));
        return Ok(("ts", ts), ("channel", channel is ['U', ..] ? DirectOf(channel) : channel));
    }

    private async Task<IResult> RespondAsync(string id, HttpContext context)
    {
        var arguments = await ArgumentsAsync(context.Request);
        if (Instead("response_url", arguments, false) is { } refusal)
        {
            return refusal;
        }

        if (!_responseUrls.TryGetValue(id, out var left) || left == 0)
        {
            return Results.Text("""{"ok":false,"error":"expired_url"}""", "application/json", statusCode: 404);
        }

        _responseUrls[id] = left - 1;
        if (Check(Text(arguments, "text") ?? "", arguments.GetProperty("blocks")) is { } fault)
        {
            return Results.Text($$"""{"ok":false,"error":"{{fault}}"}""", "application/json");
        }

        var (channel, user) = (id.Split('-')[0], id.Split('-')[1]);
        Text(arguments, "response_type").ShouldBe("ephemeral");
        Arrive(new SlackPost(channel, NewTs(), user, Text(arguments, "thread_ts"), arguments));
        return Results.Text("ok");
    }

    private string? Check(string text, JsonElement blocks)
    {
        var faults = BlockRules.Check(blocks, isView: false).ToList();
        if (text.Contains('<', StringComparison.Ordinal))
        {
            faults.Add("a raw < in the text");
        }

        faults.ForEach(Faults.Enqueue);
        return faults.Count == 0 ? null : "invalid_blocks";
    }

    private void Arrive(SlackPost post)
    {
        Posts.Enqueue(post);
        Arrivals(post.OnlyFor is { } person ? $"{post.Channel}/{person}" : post.Channel).Writer.TryWrite(post);
    }

    private JsonArray History(JsonElement arguments)
    {
        var channel = Text(arguments, "channel");
        return
        [
            .. Posts
                .Where(post => post.OnlyFor is null && (post.Channel == channel || DirectOf(post.Channel) == channel))
                .Where(post => Text(arguments, "ts") is not { } thread || post.Thread == thread)
                .Select(post => new JsonObject
                {
                    ["ts"] = post.Ts,
                    ["metadata"] = post.Body.TryGetProperty("metadata", out var metadata) ? JsonNode.Parse(metadata.GetRawText()) : null,
                }),
        ];
    }

    private JsonObject Join(string channel)
    {
        if (!Channels.TryGetValue(channel, out var known) || known.IsPrivate)
        {
            return Error("method_not_supported_for_channel_type");
        }

        Channels[channel] = known with { HasCoach = true };
        return Ok();
    }

    private JsonObject Open(JsonElement arguments)
    {
        if (!_triggers.TryRemove(Text(arguments, "trigger_id") ?? "", out _))
        {
            return Error("expired_trigger_id");
        }

        var view = arguments.GetProperty("view");
        if (BlockRules.CheckView(view) is { Count: > 0 } faults)
        {
            faults.ToList().ForEach(Faults.Enqueue);
            return Error("invalid_arguments");
        }

        Forms.Writer.TryWrite(view);
        return Ok();
    }

    private JsonObject Publish(JsonElement arguments)
    {
        var view = arguments.GetProperty("view");
        if (Text(view, "type") != "home" || BlockRules.CheckView(view) is { Count: > 0 })
        {
            Faults.Enqueue("home: " + string.Join(", ", BlockRules.CheckView(view)));
            return Error("invalid_arguments");
        }

        Homes[Text(arguments, "user_id")!] = view;
        return Ok();
    }

    private JsonObject React(JsonElement arguments)
    {
        Reactions.Enqueue((Text(arguments, "channel")!, Text(arguments, "timestamp")!, Text(arguments, "name")!));
        return Ok();
    }

    private JsonObject Complete(JsonElement arguments)
    {
        var file = JsonElement.Parse(Text(arguments, "files")!)[0];
        if (file.GetProperty("id").GetString() != "F01FILE" || Uploaded is null)
        {
            return Error("file_not_found");
        }

        Shown.Enqueue(new ShownPicture(Text(arguments, "channel_id")!, Uploaded, AltText!, Text(file, "title")));
        return Ok();
    }

    private async Task<IResult> UploadAsync(string name, int length, HttpContext context)
    {
        using var file = new MemoryStream();
        await context.Request.Body.CopyToAsync(file);
        Uploaded = file.ToArray();
        return Uploaded.Length == length && name.EndsWith(".png", StringComparison.Ordinal) ? Results.Text($"OK - {length}") : Results.StatusCode(400);
    }

    private JsonObject Exchange(JsonElement arguments)
    {
        if (Text(arguments, "client_id") != ClientId || Text(arguments, "client_secret") != ClientSecret)
        {
            return Error("bad_client_secret");
        }

        if (!Codes.TryRemove(Text(arguments, "code") ?? Text(arguments, "refresh_token") ?? "", out var granted))
        {
            return Error(Text(arguments, "grant_type") == "refresh_token" ? "invalid_refresh_token" : "invalid_code");
        }

        Tokens[granted["access_token"]!.GetValue<string>()] = granted["team"]?["id"]?.GetValue<string>() ?? granted["enterprise"]!["id"]!.GetValue<string>();
        return granted;
    }

    private string NewTicket()
    {
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = true;
        return new UriBuilder(new Uri(Address, $"/link/{ticket}")) { Scheme = "ws" }.Uri.ToString();
    }

    private async Task LinkAsync(string ticket, HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(ticket, out _))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var fake = new FakeSocket(socket);
        var isSilent = IsSilent;
        Sockets.Writer.TryWrite(fake);
        await (isSilent ? fake.IgnoreAsync(context.RequestAborted) : fake.RunAsync());
    }

    public static string DirectOf(string user) => "D" + user;

    private static async Task<JsonElement> ArgumentsAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            return JsonSerializer.SerializeToElement((await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString()));
        }

        return await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonObject Ok(params (string Name, JsonNode? Value)[] values)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in values)
        {
            answer[name] = value;
        }

        return answer;
    }

    public static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };
}

/// <summary>A picture as it stands in Slack.</summary>
public sealed record ShownPicture(string Channel, byte[] File, string AltText, string? Title);
