using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatCoachBot.Benchmarks;

/// <summary>Microsoft's side of Teams, as quick as it can be: keys, a token, and a connector that notes when a message with a card came for which conversation.</summary>
internal sealed class TeamsStandIn : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private const string Issuer = "https://api.botframework.com";
    private const string KeyId = "key-1";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _server;

    private TeamsStandIn(WebApplication server) => _server = server;

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Told of each message with a card: the conversation, and when it had come.</summary>
    public Action<string, long> OnCard { get; set; } = static (_, _) => { };

    public ConcurrentQueue<string> Faults { get; } = new();

    public static async Task<TeamsStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var standIn = new TeamsStandIn(builder.Build());
        var server = standIn._server;
        server.MapGet("/login.botframework.com/v1/.well-known/openidconfiguration", () => Results.Text(
            $$"""{"issuer":"{{Issuer}}","jwks_uri":"https://login.botframework.com/v1/.well-known/keys"}""", "application/json"));
        server.MapGet("/login.botframework.com/v1/.well-known/keys", standIn.Keys);
        server.MapPost("/login.microsoftonline.com/{tenant}/oauth2/v2.0/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = "token" }));
        server.MapPost("/smba.trafficmanager.net/{region}/v3/conversations/{id}/activities", standIn.TakeAsync);
        server.MapFallback((HttpContext context) =>
        {
            standIn.Faults.Enqueue($"{context.Request.Method} {context.Request.Path}");
            return Results.NotFound();
        });
        await server.StartAsync();
        return standIn;
    }

    public string NewToken() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = AppId,
        Expires = DateTime.UtcNow.AddHours(1),
        Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
    }

    private IResult Keys()
    {
        var key = _key.ExportParameters(false);
        var set = new { keys = new[] { new { kty = "RSA", use = "sig", kid = KeyId, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent), endorsements = new[] { "msteams" } } } };
        return Results.Text(JsonSerializer.Serialize(set), "application/json");
    }

    private async Task<IResult> TakeAsync(string id, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("\"attachments\""u8) >= 0)
        {
            OnCard(Uri.UnescapeDataString(id), Stopwatch.GetTimestamp());
        }

        return Results.Text("""{"id":"1"}""", "application/json", Encoding.UTF8, StatusCodes.Status201Created);
    }
}
