using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ChatCoachBot.Teams.Sending;

/// <summary>The bot's own token for the connector, by client credentials or a managed identity. The library keeps it until shortly before it ends.</summary>
internal sealed class ConnectorToken(TeamsOptions options, TeamsEndpoints endpoints, IHttpClientFactory clients)
{
    public const string Client = "teams-token";

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
    public async Task<string?> GetAsync(CancellationToken cancellationToken) => options switch
    {
        { AllowAnonymous: true } => null,
        { ManagedIdentity.Length: > 0 } => (await _identity.Value.AcquireTokenForManagedIdentity(endpoints.Resource).ExecuteAsync(cancellationToken)).AccessToken,
        _ => (await _app.Value.AcquireTokenForClient([endpoints.Scope]).ExecuteAsync(cancellationToken)).AccessToken,
    };

    private sealed class Clients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(Client);
    }
}
