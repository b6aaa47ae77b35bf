using System.Net.Http.Headers;
using System.Text;
using ChatCoachBot.Teams.Receiving;
using ChatCoachBot.Teams.Sending;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Teams.Driving;

/// <summary>The coach with a Teams of its own.</summary>
public sealed class TeamsCoach : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private CoachApplication? _application;
    private FakeTeams? _teams;

    public string ContentFolder { get; init; } = Repository.SmallContentFolder;

    public Store Store { get; init; }

    public FakeTeams Teams => _teams!;

    public CoachApplication Application => _application!;

    public Dictionary<string, string> Settings { get; } = new()
    {
        ["Teams:AppId"] = FakeTeams.AppId,
        ["Teams:AppPassword"] = FakeTeams.Secret,
        ["Teams:TenantId"] = FakeTeams.Tenant,
        // The clock stands still: a message that had to wait would wait for ever.
        ["Teams:MessagesPerHour"] = "100000",
        ["Teams:MessagesAtOnce"] = "1000",
        ["Teams:MessagesPerSecond"] = "1000",
    };

    public async ValueTask InitializeAsync()
    {
        _teams = await FakeTeams.StartAsync();
        _application = new CoachApplication { ContentFolder = ContentFolder, Store = Store, Network = Reroute };
        foreach (var (name, value) in Settings)
        {
            _application.Settings[name] = value;
        }

        _ = _application.Address;
    }

    public TeamsPerson NewPerson() => new(this, $"29:1{Teams.NewId()}-_xyz");

    /// <summary>Lets time go on once all that was said has been noted: what is under way when hours pass would be taken for lost.</summary>
    public async Task GoOnAsync(TimeSpan time)
    {
        await Application.UntilAsync(async db =>
        {
            Application.GoOn(TimeSpan.FromMilliseconds(10));
            return await db.Outbox.AllAsync(message => message.SentAt != null || message.DroppedAt != null, TestContext.Current.CancellationToken);
        });
        Application.GoOn(time);
    }

    /// <summary>Posts as Teams does.</summary>
    /// <param name="token">In place of the right one; empty for none.</param>
    public async Task<HttpResponseMessage> PostAsync(string body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Application.Address, "/api/messages")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token != "")
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Teams.NewToken(Application.Clock.GetUtcNow()));
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        if (_teams is not null)
        {
            await _teams.DisposeAsync();
        }

        _client.Dispose();
    }

    private void Reroute(IServiceCollection services)
    {
        foreach (var client in (string[])[Connector.Client, ConnectorToken.Client, BotKeys.Client])
        {
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new ToFake(Teams));
        }
    }

    /// <summary>What goes to a host of Microsoft's goes to the fake, which knows by the path where it was meant to go.</summary>
    private sealed class ToFake(FakeTeams fake) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Split('/') is [.., "conversations", var conversation, "activities"] && fake.Unreachable.ContainsKey(conversation))
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            }

            request.RequestUri = new Uri($"{fake.Address.GetLeftPart(UriPartial.Authority)}/{request.RequestUri.Host}{request.RequestUri.PathAndQuery}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            return base.SendAsync(request, cancellationToken);
        }
    }
}
