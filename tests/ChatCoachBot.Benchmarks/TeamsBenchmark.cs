using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Benchmarks;

/// <summary>A host that Teams posts to, with every token checked. The load and Microsoft's side come from the same two cores.</summary>
internal sealed class TeamsBenchmark : IDisposable
{
    private const int People = 500;
    private const int Tenants = 10;
    private const int Concurrency = 32;

    private const string Answer =
        "I would keep the old consumers running, publish both versions for a while, and raise a concern in the review before we drop a field that somebody still reads.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();
    private readonly TeamsStandIn _teams;
    private readonly HostProcess _host;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private readonly AuthenticationHeaderValue _token;
    private int _numbers;

    private TeamsBenchmark(TeamsStandIn teams, params string[] arguments)
    {
        _teams = teams;
        _token = new AuthenticationHeaderValue("Bearer", teams.NewToken());
        List<string> all =
        [
            "teams-host", teams.Address.ToString(), "--urls=http://127.0.0.1:0", $"--Management:Url=http://127.0.0.1:{LoopbackPort.Free()}", $"--Teams:AppId={TeamsStandIn.AppId}", "--Teams:AppPassword=secret",
            $"--Teams:TenantId={Tenant(0)}", .. Enumerable.Range(0, Tenants).Select(tenant => $"--Teams:Tenants:{tenant}={Tenant(tenant)}"), .. arguments,
        ];
        if (Environment.GetEnvironmentVariable("COACH_POSTGRESQL") is { Length: > 0 } connection)
        {
            all.AddRange(["--Database:Provider=PostgreSql", $"--ConnectionStrings:Coach={connection}"]);
        }

        _host = HostProcess.StartProgram("ChatCoachBot.Benchmarks.dll", _folder, [.. all]);
    }

    /// <summary>Receiving only: as many as a few connections bring, each stored before it is acknowledged.</summary>
    public static async Task ReceiveAsync(int messages)
    {
        await using var teams = await TeamsStandIn.StartAsync();
        using var run = new TeamsBenchmark(teams, "--Host:Roles=Receive");
        run._http.BaseAddress = await run._host.ReadyAsync();
        await run.PostManyAsync(messages / 4, []);
        for (var round = 1; round <= 3; round++)
        {
            var times = new ConcurrentBag<double>();
            var cpu = run._host.ProcessorTime;
            var start = Stopwatch.GetTimestamp();
            await run.PostManyAsync(messages, times);
            var took = Stopwatch.GetElapsedTime(start);
            cpu = run._host.ProcessorTime - cpu;
            Console.WriteLine($"{messages} at {Concurrency} at once: {messages / took.TotalSeconds:0} a second, {cpu.TotalMilliseconds / messages:0.000} ms of processor time each; {Figures.Of(times, "ms")}");
        }
    }

    /// <summary>From an answer posted to its grade's card at the connector, at a steady rate.</summary>
    public static async Task AnswerAsync(int rate, int seconds)
    {
        await using var teams = await TeamsStandIn.StartAsync();
        using var run = new TeamsBenchmark(teams);
        run._http.BaseAddress = await run._host.ReadyAsync();
        var cards = new ConcurrentDictionary<string, TaskCompletionSource<long>>();
        teams.OnCard = (conversation, at) =>
        {
            if (cards.TryGetValue(conversation, out var waits))
            {
                waits.TrySetResult(at);
            }
        };
        foreach (var said in (string[])["1", "no reminders", "scenario"])
        {
            await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (person, _) => await run.PostAsync(person, said));
            await Task.Delay(Patience);
        }

        foreach (var (isMeasured, duration) in ((bool, int)[])[(false, 10), (true, seconds)])
        {
            var times = new ConcurrentBag<double>();
            var late = 0;
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, rate * duration).Select(async i =>
            {
                if (TimeSpan.FromSeconds((double)i / rate) - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
                {
                    await Task.Delay(early);
                }

                var person = i % People;
                var card = cards[Chat(person)] = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
                var posted = Stopwatch.GetTimestamp();
                await run.PostAsync(person, Answer);
                if (await Task.WhenAny(card.Task, Task.Delay(Patience)) == card.Task)
                {
                    times.Add(Stopwatch.GetElapsedTime(posted, await card.Task).TotalMilliseconds);
                }
                else
                {
                    Interlocked.Increment(ref late);
                }
            }));
            if (isMeasured)
            {
                Console.WriteLine($"{rate} answers a second for {seconds} s: from the answer to its card {Figures.Of(times, "ms")}; {late} without a card in {Patience.TotalSeconds:0} s; {teams.Faults.Count} faults");
            }
        }
    }

    public void Dispose()
    {
        _host.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task PostManyAsync(int messages, ConcurrentBag<double> times) =>
        await Parallel.ForAsync(0, messages, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, _) =>
        {
            var start = Stopwatch.GetTimestamp();
            await PostAsync(i % People, Answer);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        });

    private async Task PostAsync(int person, string text)
    {
        var tenant = Tenant(person % Tenants);
        var activity = JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "message",
            id = Interlocked.Increment(ref _numbers).ToString("D13", null),
            timestamp = "2026-11-26T09:00:00.0000000Z",
            localTimezone = "Europe/Warsaw",
            serviceUrl = TeamsStandIn.ServiceUrl,
            channelId = "msteams",
            from = new { id = $"29:1person{person}", name = "Ada", aadObjectId = "99999999-0000-0000-0000-000000000000" },
            recipient = new { id = $"28:{TeamsStandIn.AppId}", name = "ChatCoach" },
            conversation = new { id = Chat(person), conversationType = "personal", tenantId = tenant },
            channelData = new { tenant = new { id = tenant } },
            text,
            textFormat = "plain",
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(activity) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } } };
        request.Headers.Authorization = _token;
        using var response = await _http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static string Tenant(int number) => $"aaaaaaaa-bbbb-cccc-dddd-{number:D12}";

    private static string Chat(int person) => $"a:1person{person}";
}
