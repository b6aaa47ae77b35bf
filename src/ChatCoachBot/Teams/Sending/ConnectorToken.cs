using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ChatCoachBot.Teams.Sending;

/// <summary>The bot's own token for the connector, by client credentials or a managed identity. The library keeps it until shortly before it ends.</summary>
internal sealed class ConnectorToken(TeamsOptions options, TeamsEndpoints endpoints, IHttpClientFactory clients, TimeProvider time) : IDisposable
{
    public const string Client = "teams-token";

    /// <summary>A serviceUrl that takes no token must not have a new one asked for with each message.</summary>
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromMinutes(5);

    /// <summary>Those who waited behind a renewal that failed must not each try the next at once.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _renewing = new(1);
    private DateTimeOffset _renewsFrom = DateTimeOffset.MinValue;

    private readonly Lazy<IConfidentialClientApplication> _app = new(() => ConfidentialClientApplicationBuilder.Create(options.AppId)
        .WithClientSecret(options.AppPassword)
        .WithAuthority(new Uri(endpoints.Authority, options.TenantId).ToString())
        .WithInstanceDiscovery(false)
        .WithHttpClientFactory(new Clients(clients))
        .Build());

    private readonly Lazy<IManagedIdentityApplication> _identity = new(() => ManagedIdentityApplicationBuilder
        .Create(options.ManagedIdentity == TeamsOptions.SystemIdentity ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.WithUserAssignedClientId(options.ManagedIdentity))
        .WithHttpClientFactory(new Clients(clients))
        .Build());

    /// <returns>Null in a playground, which asks for none.</returns>
    /// <exception cref="MsalException">There is none to be had; the error code says why.</exception>
    public Task<string?> GetAsync(CancellationToken cancellationToken) => GetAsync(isNew: false, cancellationToken);

    /// <summary>One in place of a token that Teams did not take: it may have been taken back before its time.</summary>
    /// <returns>Null when there was a new one a moment ago, so that the token is not at fault.</returns>
    /// <exception cref="MsalException">There is none to be had; the error code says why.</exception>
    public async Task<string?> RenewAsync(string refused, CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            if (await GetAsync(cancellationToken) is var current && current != refused)
            {
                return current;
            }

            var now = time.GetUtcNow();
            if (now < _renewsFrom)
            {
                return null;
            }

            _renewsFrom = now + AfterFailure;
            var renewed = await GetAsync(isNew: true, cancellationToken);
            _renewsFrom = now + BetweenRenewals;
            return renewed;
        }
        finally
        {
            _renewing.Release();
        }
    }

    public void Dispose() => _renewing.Dispose();

    private async Task<string?> GetAsync(bool isNew, CancellationToken cancellationToken) => options switch
    {
        { AllowAnonymous: true } => null,
        { ManagedIdentity.Length: > 0 } => (await _identity.Value.AcquireTokenForManagedIdentity(endpoints.Resource).WithForceRefresh(isNew).ExecuteAsync(cancellationToken)).AccessToken,
        _ => (await _app.Value.AcquireTokenForClient([endpoints.Scope]).WithForceRefresh(isNew).ExecuteAsync(cancellationToken)).AccessToken,
    };

    private sealed class Clients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(Client);
    }
}
