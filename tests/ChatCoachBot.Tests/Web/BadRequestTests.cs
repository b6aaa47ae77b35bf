using System.Net;
using System.Text;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Web;

/// <summary>What comes over HTTP that the page would never send: each is refused with a sentence, and nothing changes.</summary>
public sealed class BadRequestTests(SmallCoach coach)
{
    private const string Unreadable = "I could not read that message. Reload the page and try again.";
    private const string Old = "This page is out of date. Reload it and try again.";
    private const string OnlyHere = "The web chat answers only on the machine it runs on. Open http://localhost there.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("{\"text\":\"no id\"}")]
    [InlineData("{\"id\":\"not-a-guid\",\"text\":\"hello\"}")]
    [InlineData("{\"id\":\"00000000-0000-0000-0000-000000000000\",\"text\":\"hello\"}")]
    [InlineData("{\"id\":\"7b3f1c9e-8c5e-4d0e-9c52-0f1d2c3b4a5d\",\"text\":{\"a\":1}}")]
    [InlineData("{\"id\":\"7b3f1c9e-8c5e-4d0e-9c52-0f1d2c3b4a5d\",\"text\":\"cut off")]
    [InlineData("<xml/>")]
    public async Task What_is_no_message_is_refused(string body)
    {
        using var learner = await coach.NewLearnerAsync();

        await ShouldRefuseAsync(await learner.PostAsync(new StringContent(body, Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest, Unreadable);
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        using var learner = await coach.NewLearnerAsync();
        var body = $"{{\"id\":{new string('[', 100_000)}";

        await ShouldRefuseAsync(await learner.PostAsync(new StringContent(body, Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest, Unreadable);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var learner = await coach.NewLearnerAsync();
        var bytes = new byte[2_000];
        new Random(1).NextBytes(bytes);

        await ShouldRefuseAsync(await learner.PostAsync(new ByteArrayContent(bytes)), HttpStatusCode.BadRequest, Unreadable);
    }

    [Fact]
    public async Task A_form_is_refused()
    {
        using var learner = await coach.NewLearnerAsync();

        await ShouldRefuseAsync(
            await learner.PostAsync(new FormUrlEncodedContent([new("id", Guid.NewGuid().ToString()), new("text", "hello")])), HttpStatusCode.BadRequest, Unreadable);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_a_megabyte_is_refused(bool chunked)
    {
        using var learner = await coach.NewLearnerAsync();
        var content = new StringContent($"{{\"id\":\"{Guid.NewGuid()}\",\"text\":\"{new string('x', 1_100_000)}\"}}", Encoding.UTF8, "application/json");
        content.Headers.ContentLength = chunked ? null : content.Headers.ContentLength;

        await ShouldRefuseAsync(await learner.PostAsync(content), HttpStatusCode.RequestEntityTooLarge, "That message is too long to send. Shorten it to a few sentences.");
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    public async Task Without_its_anti_forgery_token_a_message_is_refused(string token)
    {
        using var learner = await coach.NewLearnerAsync();
        using var request = Message(HttpMethod.Post, "/chat/messages");
        request.Headers.Add("X-Anti-Forgery", token);

        await ShouldRefuseAsync(await learner.Http.SendAsync(request, Cancel), HttpStatusCode.Unauthorized, Old);
    }

    [Fact]
    public async Task With_the_token_of_another_visitor_a_message_is_refused()
    {
        using var learner = await coach.NewLearnerAsync();
        using var other = coach.NewVisitor();
        await other.OpenPageAsync();
        using var request = Message(HttpMethod.Post, "/chat/messages");
        request.Headers.Add("X-Anti-Forgery", other.AntiForgeryToken);

        await ShouldRefuseAsync(await learner.Http.SendAsync(request, Cancel), HttpStatusCode.Unauthorized, Old);
    }

    [Fact]
    public async Task Without_a_cookie_there_is_neither_a_message_nor_a_stream()
    {
        using var learner = await coach.NewLearnerAsync();
        using var stranger = coach.NewVisitor();
        using var request = Message(HttpMethod.Post, "/chat/messages");
        request.Headers.Add("X-Anti-Forgery", learner.AntiForgeryToken);

        await ShouldRefuseAsync(await stranger.Http.SendAsync(request, Cancel), HttpStatusCode.Unauthorized, Old);
        await ShouldRefuseAsync(await stranger.Http.GetAsync("/chat/events", Cancel), HttpStatusCode.Unauthorized, "Open the page first.");
    }

    [Theory]
    [InlineData("coach=made-up")]
    [InlineData("coach=")]
    [InlineData("coach=CfDJ8AAAA; coach-forgery=CfDJ8BBBB")]
    public async Task A_cookie_that_somebody_made_up_is_a_new_visitor(string cookie)
    {
        using var stranger = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = coach.NewVisitor().Http.BaseAddress };
        stranger.DefaultRequestHeaders.Add("Cookie", cookie);

        (await stranger.GetStringAsync("/", Cancel)).ShouldContain("data-last=\"0\"");
        (await stranger.GetAsync("/chat/events", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("coach.example")]
    [InlineData("localhost.coach.example")]
    [InlineData("192.0.2.7")]
    public async Task Under_a_foreign_name_nothing_is_served(string host)
    {
        using var learner = await coach.NewLearnerAsync();
        foreach (var (method, path) in Doors)
        {
            using var request = Message(method, path);
            request.Headers.Host = host;
            request.Headers.Add("X-Anti-Forgery", learner.AntiForgeryToken);

            await ShouldRefuseAsync(await learner.Http.SendAsync(request, Cancel), HttpStatusCode.Forbidden, OnlyHere);
        }
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "coach.example")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Original-URL", "/")]
    [InlineData("true-client-ip", "192.0.2.7")]
    public async Task Through_a_proxy_nothing_is_served(string header, string value)
    {
        using var learner = await coach.NewLearnerAsync();
        foreach (var (method, path) in Doors)
        {
            using var request = Message(method, path);
            request.Headers.Add(header, value);
            request.Headers.Add("X-Anti-Forgery", learner.AntiForgeryToken);

            await ShouldRefuseAsync(await learner.Http.SendAsync(request, Cancel), HttpStatusCode.Forbidden, OnlyHere);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("[::1]")]
    public async Task Under_its_own_names_the_page_is_served(string host)
    {
        using var visitor = coach.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        (await visitor.Http.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_runs_nothing_but_its_own_files()
    {
        using var visitor = coach.NewVisitor();
        using var page = await visitor.Http.GetAsync("/", Cancel);

        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self';");
        page.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite", StringComparison.OrdinalIgnoreCase));
    }

    private static (HttpMethod Method, string Path)[] Doors => [(HttpMethod.Get, "/"), (HttpMethod.Get, "/chat/events"), (HttpMethod.Post, "/chat/messages")];

    private static HttpRequestMessage Message(HttpMethod method, string path) => new(method, path)
    {
        Content = method == HttpMethod.Post ? new StringContent($"{{\"id\":\"{Guid.NewGuid()}\",\"text\":\"hello\"}}", Encoding.UTF8, "application/json") : null,
    };

    private static async Task ShouldRefuseAsync(HttpResponseMessage response, HttpStatusCode status, string sentence)
    {
        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe(sentence);
        response.Dispose();
    }
}
