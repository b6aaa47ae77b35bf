using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatCoachBot.Tests.Teams.Driving;

/// <summary>Teams as a bot meets it: OpenID metadata with real keys, tokens, and a connector that takes what Teams would take. Requests to Microsoft's hosts arrive here.</summary>
public sealed class FakeTeams : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string Secret = "secret-of-the-tests";
    public const string BotId = "28:" + AppId;
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string Issuer = "https://api.botframework.com";
    public const string ConnectorToken = "connector-token-";
    public const int LargestMessage = 100 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ConcurrentDictionary<string, Channel<TeamsPost>> _conversations = new();
    private readonly ConcurrentDictionary<string, RSA> _keys = new();
    private readonly WebApplication _server;
    private int _numbers;

    private FakeTeams(WebApplication server) => _server = server;

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>What no bot may do, and this one did.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>The paths of all that was posted, as they came over the wire.</summary>
    public ConcurrentQueue<string> Paths { get; } = new();

    /// <summary>What Teams says in place of taking a message: a status, and a code; null to take it.</summary>
    public Func<string, (int Status, string Code, int? RetryAfter)?> Before { get; set; } = static _ => null;

    /// <summary>Conversations whose host nobody reaches.</summary>
    public ConcurrentDictionary<string, bool> Unreachable { get; } = new();

    /// <summary>People who have not installed the app: no conversation can be opened with them.</summary>
    public ConcurrentDictionary<string, bool> WithoutApp { get; } = new();

    /// <summary>How often the keys were asked for.</summary>
    public int KeysAsked { get; private set; }

    /// <summary>Until then whoever asks for the keys waits.</summary>
    public Task KeysReady { get; set; } = Task.CompletedTask;

    public int TokensGiven { get; private set; }

    /// <summary>How many of the tokens that were given are taken no more.</summary>
    public int TokensTakenBack { get; set; }

    /// <summary>What the login server says in place of giving a token; null to give one.</summary>
    public int? LoginFails { get; set; }

    public bool IsSigningKnown { get; set; } = true;

    public static async Task<FakeTeams> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var teams = new FakeTeams(app);
        teams.NewKey("key-1");
        app.MapGet("/login.botframework.com/v1/.well-known/openidconfiguration", () => Results.Text(
            $$"""{"issuer":"{{Issuer}}","authorization_endpoint":"https://invalid.botframework.com","jwks_uri":"https://login.botframework.com/v1/.well-known/keys","id_token_signing_alg_values_supported":["RS256"],"token_endpoint_auth_methods_supported":["private_key_jwt"]}""", "application/json"));
        app.MapGet("/login.botframework.com/v1/.well-known/keys", teams.KeysAsync);
        app.MapPost("/login.microsoftonline.com/{tenant}/oauth2/v2.0/token", teams.TokenAsync);
        app.MapPost("/smba.trafficmanager.net/{region}/v3/conversations", (Delegate)teams.OpenAsync);
        app.MapPost("/smba.trafficmanager.net/{region}/v3/conversations/{id}/activities", teams.TakeAsync);
        app.MapFallback((HttpContext context) =>
        {
            teams.Faults.Enqueue($"{context.Request.Method} {context.Request.Path}");
            return Results.NotFound();
        });
        await app.StartAsync();
        return teams;
    }

    public void NewKey(string id) => _keys[id] = RSA.Create(2048);

    public void TakeBackKey(string id) => _keys.TryRemove(id, out _);

    /// <summary>A token as Teams sends it along, or one with something wrong.</summary>
    public string NewToken(
        DateTimeOffset now, string key = "key-1", string? issuer = Issuer, string? audience = AppId, string? serviceUrl = ServiceUrl, TimeSpan? age = null, TimeSpan? life = null,
        string algorithm = SecurityAlgorithms.RsaSha256, SecurityKey? signWith = null)
    {
        var from = now.UtcDateTime - (age ?? TimeSpan.Zero);
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = from,
            IssuedAt = from,
            Expires = from + (life ?? TimeSpan.FromHours(1)),
            Claims = serviceUrl is null ? [] : new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            SigningCredentials = new SigningCredentials(signWith ?? new RsaSecurityKey(_keys[key]) { KeyId = key }, algorithm),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public string NewId() => Interlocked.Increment(ref _numbers).ToString("D13", CultureInfo.InvariantCulture);

    /// <summary>The next message of a conversation.</summary>
    public async Task<TeamsPost> NextAsync(string conversation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        return await Of(conversation).Reader.ReadAsync(patience.Token);
    }

    public bool IsSilent(string conversation) => Of(conversation).Reader.Count == 0;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Channel<TeamsPost> Of(string conversation) => _conversations.GetOrAdd(conversation, _ => System.Threading.Channels.Channel.CreateUnbounded<TeamsPost>());

    private async Task<IResult> KeysAsync()
    {
        KeysAsked++;
        await KeysReady;
        var keys = new JsonArray();
        foreach (var (id, rsa) in _keys)
        {
            var parameters = rsa.ExportParameters(false);
            keys.Add(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                ["endorsements"] = id.StartsWith("skype", StringComparison.Ordinal) ? new JsonArray("skype") : new JsonArray("msteams", "webchat"),
            });
        }

        return IsSigningKnown ? Results.Text(new JsonObject { ["keys"] = keys }.ToJsonString(), "application/json") : Results.StatusCode(503);
    }

    private async Task<IResult> TokenAsync(string tenant, HttpContext context)
    {
        if (LoginFails is { } status)
        {
            return Results.StatusCode(status);
        }

        var form = await context.Request.ReadFormAsync();
        if (tenant != Tenant || form["client_id"] != AppId || form["client_secret"] != Secret || form["grant_type"] != "client_credentials" || form["scope"].ToString().Split(' ')[0] != "https://api.botframework.com/.default")
        {
            return Results.Json(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided." }, statusCode: 401);
        }

        TokensGiven++;
        return Results.Json(new { token_type = "Bearer", expires_in = 3599, ext_expires_in = 3599, access_token = $"{ConnectorToken}{TokensGiven}" });
    }

    private async Task<IResult> OpenAsync(HttpContext context)
    {
        if (Unauthorized(context) is { } refused)
        {
            return refused;
        }

        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        var member = body.GetProperty("members")[0].GetProperty("id").GetString()!;
        if (body.GetProperty("bot").GetProperty("id").GetString() != BotId || body.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString() != Tenant)
        {
            Faults.Enqueue("a conversation was opened without the bot or the tenant");
        }

        return WithoutApp.ContainsKey(member)
            ? Results.Json(new { error = new { code = "ConversationBlockedByUser", message = "User has not installed the app" } }, statusCode: 403)
            : Results.Json(new { id = TeamsPerson.ChatOf(member) }, statusCode: 201);
    }

    private async Task<IResult> TakeAsync(string id, HttpContext context)
    {
        Paths.Enqueue(context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget);
        if (Unauthorized(context) is { } refused)
        {
            return refused;
        }

        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        if (copy.Length > LargestMessage)
        {
            Faults.Enqueue("413");
            return Results.Json(new { error = new { code = "MessageSizeTooBig", message = "Message size too large." } }, statusCode: 413);
        }

        var conversation = Uri.UnescapeDataString(id);
        var activity = JsonElement.Parse(copy.ToArray());
        if (Before(conversation) is var (status, code, retryAfter))
        {
            if (retryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            return Results.Json(new { error = new { code, message = "The fake was told so." } }, statusCode: status);
        }

        var type = activity.GetProperty("type").GetString();
        if (type == "typing")
        {
            Of(conversation).Writer.TryWrite(new TeamsPost(NewId(), activity));
            return Results.Accepted();
        }

        foreach (var attachment in activity.TryGetProperty("attachments", out var attachments) ? attachments.EnumerateArray() : default)
        {
            foreach (var fault in CardRules.Faults(attachment.GetProperty("content")))
            {
                Faults.Enqueue(fault);
            }
        }

        if (type != "message" || activity.GetProperty("from").GetProperty("id").GetString() != BotId)
        {
            Faults.Enqueue("no message of the bot's");
        }

        var post = new TeamsPost(NewId(), activity);
        Of(conversation).Writer.TryWrite(post);
        return Results.Json(new { id = post.Id }, statusCode: 201);
    }

    private IResult? Unauthorized(HttpContext context)
    {
        var scheme = $"Bearer {ConnectorToken}";
        if (context.Request.Headers.Authorization.ToString() is var header && header.StartsWith(scheme, StringComparison.Ordinal) && int.TryParse(header[scheme.Length..], CultureInfo.InvariantCulture, out var number))
        {
            return number > TokensTakenBack ? null : Results.StatusCode(401);
        }

        Faults.Enqueue("a request without the connector's token");
        return Results.StatusCode(401);
    }
}
