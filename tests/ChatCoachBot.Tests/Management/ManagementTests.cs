using System.Net;
using System.Text;
using System.Text.Json;
using ChatCoachBot.Inbox;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Management;

/// <summary>What the host says of itself, to the world and to whoever runs it.</summary>
public sealed class ManagementTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_are_served_at_the_management_address_alone_and_nothing_else_there()
    {
        using var folder = new TemporaryFolder();
        var database = Path.Combine(folder.Path, "coach.db");
        await PreparedDatabase.CopyToAsync(database, Repository.SmallContentFolder);
        await DatabaseFile.ChangeAsync(database, db =>
        {
            var message = new Incoming("web", "1", "ada", "ada", InboxKind.Said, "my secret").ToMessage(DateTimeOffset.UtcNow);
            (message.Failures, message.SetAsideAt) = (5, DateTimeOffset.UtcNow);
            db.Inbox.Add(message);
            return Task.CompletedTask;
        });
        var managed = $"http://127.0.0.1:{LoopbackPort.Free()}";
        using var host = HostProcess.Start(folder, "--urls=http://127.0.0.1:0", $"--Management:Url={managed}", $"--Content:Path={Repository.SmallContentFolder}");
        using var learner = new WebVisitor(await host.ReadyAsync(), Cancel);
        await learner.JoinAsync(reminder: "no reminders");
        await learner.AskAsync("2");

        using var http = new HttpClient { BaseAddress = new Uri(managed) };
        var metrics = await http.GetStringAsync("/metrics", Cancel);
        foreach (var figure in (string[])["coach_received", "coach_handled", "coach_graded", "coach_sent", "coach_turn_lag", "coach_send_lag"])
        {
            metrics.ShouldContain(figure);
        }

        using var health = JsonDocument.Parse(await http.GetStringAsync("/health", Cancel));
        health.RootElement.GetProperty("status").GetString().ShouldBe("Healthy");
        health.RootElement.GetProperty("database").GetProperty("inboxAgeSeconds").GetDouble().ShouldBe(0);
        health.RootElement.GetProperty("database").GetProperty("outboxAgeSeconds").GetDouble().ShouldBe(0);
        health.RootElement.GetProperty("database").GetProperty("setAside").GetDouble().ShouldBe(1);
        health.RootElement.GetProperty("database").GetProperty("setAsideIds").EnumerateArray().Select(id => id.GetInt64()).ShouldBe([1]);
        health.RootElement.GetProperty("database").GetProperty("undelivered").GetDouble().ShouldBe(0);
        health.RootElement.GetProperty("quartz-scheduler").GetProperty("status").GetString().ShouldBe("Healthy");
        (metrics + health.RootElement).ShouldNotContain("my secret");
        (await http.GetStringAsync("/health/live", Cancel)).ShouldBe("Healthy");
        (await http.GetStringAsync("/health/ready", Cancel)).ShouldBe("Healthy");
        foreach (var path in (string[])["/", "/chat/events", "/assets/chat.css", "/elsewhere"])
        {
            (await http.GetAsync(path, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await learner.Http.GetAsync("/metrics", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await learner.Http.GetAsync("/health", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await learner.Http.GetStringAsync("/health/ready", Cancel)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task What_platforms_post_is_not_taken_at_the_management_address()
    {
        var managed = $"http://127.0.0.1:{LoopbackPort.Free()}";
        using var folder = new TemporaryFolder();
        using var host = HostProcess.Start(
            folder, "--urls=http://127.0.0.1:0", $"--Management:Url={managed}", $"--Content:Path={Repository.SmallContentFolder}", "--Teams:AllowAnonymous=true",
            "--Slack:BotToken=xoxb-1", $"--Slack:SigningSecret={new string('a', 32)}");
        using var open = new HttpClient { BaseAddress = await host.ReadyAsync() };
        using var http = new HttpClient { BaseAddress = new Uri(managed) };

        foreach (var path in (string[])["/api/messages", "/slack/events"])
        {
            using var content = new StringContent("{}", Encoding.UTF8, "application/json");
            (await open.PostAsync(path, content, Cancel)).StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized);
            (await http.PostAsync(path, content, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Without_the_web_chat_there_is_no_page_but_health()
    {
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Settings = { ["Web:Enabled"] = "false" } };
        using var http = new HttpClient { BaseAddress = coach.Address };

        (await http.GetStringAsync("/health/live", Cancel)).ShouldBe("Healthy");
        foreach (var path in (string[])["/", "/chat/events", "/assets/chat.css"])
        {
            (await http.GetAsync(path, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }
}
