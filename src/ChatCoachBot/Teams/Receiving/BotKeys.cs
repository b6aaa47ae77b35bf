using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>The keys that Teams signs with, as its OpenID metadata names them. They are kept, and got again when they are a day old or a token names one that is not there.</summary>
internal sealed partial class BotKeys(IHttpClientFactory clients, TeamsEndpoints endpoints, TimeProvider time, ILogger<BotKeys> log) : IDisposable
{
    public const string Client = "teams-keys";

    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>Whoever makes up key ids cannot have the metadata asked for again and again.</summary>
    private static readonly TimeSpan AtLeastBetween = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asking = new(1);
    private volatile Kept _kept = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>Why the keys could not be got the last time; null when they could.</summary>
    public string? Problem { get; private set; }

    /// <returns>The key; null when Teams has none of that id, or cannot be asked.</returns>
    public async ValueTask<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_kept.Find(keyId) is { } known && time.GetUtcNow() - _kept.At < MaxAge)
        {
            return known;
        }

        await _asking.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var isFresh = _kept.Find(keyId) is not null && now - _kept.At < MaxAge;
            if (!isFresh && now - _kept.AskedAt >= AtLeastBetween)
            {
                await AskAsync(now, cancellationToken);
            }

            // Old keys are better than none while Teams cannot be asked.
            return _kept.Find(keyId);
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            using var http = clients.CreateClient(Client);
            var documents = new HttpDocumentRetriever(http) { RequireHttps = true };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(endpoints.OpenIdMetadata.ToString(), documents, cancellationToken);
            _kept = new Kept([.. metadata.JsonWebKeySet.Keys], now, now);
            Problem = null;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            _kept = _kept with { AskedAt = now };
            Problem = fault.GetType().Name;
            LogNotAsked(log, FaultText.Of(fault));
        }
    }

    private sealed record Kept(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset At, DateTimeOffset AskedAt)
    {
        public JsonWebKey? Find(string keyId) => Keys.FirstOrDefault(key => key.KeyId == keyId);
    }

    [LoggerMessage(LogLevel.Warning, "Teams: the keys that it signs with could not be got: {Fault}")]
    private static partial void LogNotAsked(ILogger log, string fault);
}
