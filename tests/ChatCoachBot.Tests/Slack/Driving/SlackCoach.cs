using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Slack.Driving;

/// <summary>The coach with a Slack of its own.</summary>
public sealed class SlackCoach : IAsyncLifetime
{
    public const string SigningSecret = "signing-secret-of-the-tests";

    private readonly HttpClient _client = new();
    private CoachApplication? _application;
    private FakeSlack? _slack;
    private int _numbers;

    public string ContentFolder { get; init; } = Repository.SmallContentFolder;

    public Store Store { get; init; }

    public FakeSlack Slack => _slack!;

    public CoachApplication Application => _application!;

    public Dictionary<string, string> Settings { get; } = new()
    {
        ["Slack:BotToken"] = FakeSlack.BotToken,
        ["Slack:SigningSecret"] = SigningSecret,
        // The clock stands still: a message that had to wait would wait for ever.
        ["Slack:MessagesPerSecond"] = "100",
        ["Slack:MessagesAtOnce"] = "1000",
        ["Slack:PromptsPerMinute"] = "10000",
    };

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync();
        await StartAsync();
    }

    /// <summary>Starts it with other settings on the same Slack.</summary>
    public async Task StartAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        _application = new CoachApplication { ContentFolder = ContentFolder, Store = Store };
        foreach (var (name, value) in Settings)
        {
            _application.Settings[name] = value;
        }

        _application.Settings.TryAdd("Slack:ApiUrl", Slack.ApiUrl.ToString());
        _ = _application.Address;
    }

    /// <summary>Somebody the coach has not met.</summary>
    public SlackPerson NewPerson(string team = FakeSlack.Team) => new(this, $"U{Interlocked.Increment(ref _numbers).ToString("D6", CultureInfo.InvariantCulture)}", team);

    /// <summary>A channel, with the coach in it or not.</summary>
    public string NewChannel(string creator = "U0MAKER", bool isPrivate = false, bool hasCoach = true)
    {
        var channel = $"C{Interlocked.Increment(ref _numbers).ToString("D6", CultureInfo.InvariantCulture)}";
        Slack.Channels[channel] = (creator, isPrivate, hasCoach);
        return channel;
    }

    /// <summary>Lets time go on once all that was said has been noted: what is under way when hours pass would be taken for lost.</summary>
    public async Task GoOnAsync(TimeSpan time)
    {
        await Application.UntilAsync(async db =>
        {
            // What Slack's limits hold back for a moment needs that moment.
            Application.GoOn(TimeSpan.FromMilliseconds(10));
            return await db.Outbox.AllAsync(message => message.SentAt != null || message.DroppedAt != null, TestContext.Current.CancellationToken);
        });
        Application.GoOn(time);
    }

    public string NewEventId() => $"Ev{Interlocked.Increment(ref _numbers).ToString("D8", CultureInfo.InvariantCulture)}";

    public Task<HttpResponseMessage> PostJsonAsync(string body) => PostAsync(Encoding.UTF8.GetBytes(body), "application/json");

    public Task<HttpResponseMessage> PostFormAsync(params (string Name, string Value)[] fields) =>
        PostAsync(Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))), "application/x-www-form-urlencoded");

    public Task<HttpResponseMessage> PostInteractionAsync(JsonNode payload) => PostFormAsync(("payload", payload.ToJsonString()));

    /// <summary>Posts as Slack does.</summary>
    /// <param name="signature">In place of the right one.</param>
    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? contentType, TimeSpan age = default, string? signature = null, string? timestamp = null)
    {
        timestamp ??= (Application.Clock.GetUtcNow() - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Application.Address, "/slack/events")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        if (signature != "")
        {
            request.Headers.Add("X-Slack-Signature", signature ?? $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningSecret), signed))}");
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        if (_slack is not null)
        {
            await _slack.DisposeAsync();
        }

        _client.Dispose();
    }
}
