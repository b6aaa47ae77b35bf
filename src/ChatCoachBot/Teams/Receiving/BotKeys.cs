using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>The keys that Teams signs with, as its OpenID metadata names them. They are kept, and got again when they are a day old or a token names one that is not there.</summary>
internal sealed partial class BotKeys(IHttpClientFactory clients, TeamsEndpoints endpoints, TimeProvider time, ILogger<BotKeys> log) : IDisposable
{
    public const string Client = "teams-keys";

    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>Whoever makes up key ids cannot have the metadata asked for again and again. Teams names a new key long before it signs with it.</summary>
    private static readonly TimeSpan BetweenUnknown = TimeSpan.FromMinutes(5);

    /// <summary>Without keys, or with old ones, it is tried more often.</summary>
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _ending = new();
    private volatile Kept _kept = new([], DateTimeOffset.MinValue);
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;
    private Task _asking = Task.CompletedTask;

    /// <summary>Why the keys could not be got the last time; null when they could.</summary>
    public string? Problem { get; private set; }

    /// <returns>The key; null when Teams has none of that id, or cannot be asked.</returns>
    public async ValueTask<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_kept.Find(keyId) is { } known && !IsOld(time.GetUtcNow()))
        {
            return known;
        }

        // It is asked once for all who wait: whoever leaves ends their own waiting only.
        await AskedAsync(keyId).WaitAsync(cancellationToken);
        // Old keys are better than none while Teams cannot be asked.
        return _kept.Find(keyId);
    }

    public void Dispose()
    {
        _ending.Cancel();
        _ending.Dispose();
    }

    private Task AskedAsync(string keyId)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var isOld = IsOld(now);
            if (!_asking.IsCompleted || (_kept.Find(keyId) is not null && !isOld) || now - _askedAt < (isOld ? BetweenTries : BetweenUnknown))
            {
                return _asking;
            }

            _askedAt = now;
            return _asking = AskAsync(now, _ending.Token);
        }
    }

    private bool IsOld(DateTimeOffset now) => now - _kept.At >= MaxAge;

    private async Task AskAsync(DateTimeOffset now, CancellationToken ending)
    {
        // Not in the lock, whatever the ways out do before they wait.
        await Task.Yield();
        try
        {
            using var http = clients.CreateClient(Client);
            var documents = new HttpDocumentRetriever(http) { RequireHttps = true };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(endpoints.OpenIdMetadata.ToString(), documents, ending);
            _kept = new Kept([.. metadata.JsonWebKeySet.Keys], now);
            Problem = null;
        }
        catch (Exception fault)
        {
            Problem = fault.GetType().Name;
            if (!ending.IsCancellationRequested)
            {
                LogNotAsked(log, FaultText.Of(fault));
            }
        }
    }

    private sealed record Kept(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset At)
    {
        public JsonWebKey? Find(string keyId) => Keys.FirstOrDefault(key => key.KeyId == keyId);
    }

    [LoggerMessage(LogLevel.Warning, "Teams: the keys that it signs with could not be got: {Fault}")]
    private static partial void LogNotAsked(ILogger log, string fault);
}
