using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Benchmarks;

/// <summary>A host as a process of its own, and learners with an exercise open. No page listens: what is sent to them goes nowhere, as to a null channel.</summary>
internal sealed class LoadedHost : IDisposable
{
    private const double Megabyte = 1024 * 1024;

    private readonly TemporaryFolder _folder = new();
    private readonly HostProcess _host;
    private readonly SocketsHttpHandler _handler = new() { UseCookies = false, MaxConnectionsPerServer = 512 };
    private readonly HttpClient _http;
    private readonly HttpClient _management;
    private readonly List<(string Cookie, string Token)> _visitors = [];

    private LoadedHost()
    {
        var managed = $"http://127.0.0.1:{LoopbackPort.Free()}";
        List<string> arguments = ["--urls=http://127.0.0.1:0", $"--Management:Url={managed}", "--Web:MessagesPerMinute=100000000"];
        if (Environment.GetEnvironmentVariable("COACH_POSTGRESQL") is { Length: > 0 } connection)
        {
            arguments.AddRange(["--Database:Provider=PostgreSql", $"--ConnectionStrings:Coach={connection}"]);
        }

        _host = HostProcess.Start(_folder, [.. arguments]);
        _management = new HttpClient { BaseAddress = new Uri(managed) };
        _http = new HttpClient(_handler);
    }

    public double Megabytes => _host.ResidentMemory / Megabyte;

    public int Visitors => _visitors.Count;

    public static async Task<LoadedHost> StartAsync(int visitors)
    {
        var host = new LoadedHost();
        host._http.BaseAddress = await host._host.ReadyAsync();
        for (var i = 0; i < visitors; i++)
        {
            using var visitor = new WebVisitor(host._http.BaseAddress, CancellationToken.None);
            await visitor.OpenPageAsync();
            host._visitors.Add((visitor.Cookies, visitor.AntiForgeryToken));
        }

        foreach (var said in (string?[])[null, "1", "no reminders", "scenario"])
        {
            await Parallel.ForAsync(0, visitors, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) => (await host.PostAsync(i, said)).ShouldBe(HttpStatusCode.Accepted));
            await host.DrainAsync();
        }

        return host;
    }

    /// <summary>Posts what one visitor says.</summary>
    public async Task<HttpStatusCode> PostAsync(int visitor, string? text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/messages");
        var (cookie, token) = _visitors[visitor];
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("X-Anti-Forgery", token);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { id = Guid.NewGuid(), text })) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>How old the oldest message is that is not handled, in seconds.</summary>
    public async Task<double> LagAsync() => await AgeAsync("inboxAgeSeconds");

    /// <summary>Waits until everything is handled and sent.</summary>
    public async Task DrainAsync()
    {
        while (await AgeAsync("inboxAgeSeconds") > 0 || await AgeAsync("outboxAgeSeconds") > 0)
        {
            await Task.Delay(50);
        }
    }

    /// <summary>A counter of the host's metrics, summed over its labels.</summary>
    public async Task<double> CounterAsync(string name) =>
        (await _management.GetStringAsync("/metrics")).Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _host.Dispose();
        _http.Dispose();
        _handler.Dispose();
        _management.Dispose();
        _folder.Dispose();
    }

    private async Task<double> AgeAsync(string name)
    {
        using var health = JsonDocument.Parse(await _management.GetStringAsync("/health"));
        return health.RootElement.GetProperty("database").GetProperty(name).GetDouble();
    }
}
