using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Tests.Driving;

/// <summary>One browser without a screen: it keeps cookies, posts what a person says, and reads the stream of replies as text.</summary>
public sealed partial class WebVisitor(Uri address, CancellationToken cancellationToken) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseCookies = true }) { BaseAddress = address };
    private IAsyncEnumerator<SseItem<string>>? _stream;
    private string _antiForgery = "";
    private string _after = "0";

    public HttpClient Http => _http;

    /// <summary>The last reply's HTML.</summary>
    public string LastHtml { get; private set; } = "";

    /// <summary>Opens the page and returns its HTML.</summary>
    public async Task<string> OpenPageAsync()
    {
        var page = await _http.GetStringAsync("/", cancellationToken);
        _antiForgery = AntiForgery().Match(page).Groups[1].Value;
        _after = LastId().Match(page).Groups[1].Value;
        return page;
    }

    /// <summary>Does what the page does when it is opened for the first time.</summary>
    public async Task GreetAsync(string timeZone = "UTC") => (await PostAsync(new { id = Guid.NewGuid(), timeZone })).EnsureSuccessStatusCode();

    /// <summary>Opens the page, joins path 1 with a reminder at nine, and returns the first exercise as it is shown.</summary>
    public async Task<string> JoinAsync(string timeZone = "UTC", string reminder = "remind 09:00 weekdays")
    {
        await OpenPageAsync();
        await GreetAsync(timeZone);
        await ReplyAsync();
        await ReplyAsync();
        await SayAsync("1");
        await ReplyAsync();
        await ReplyAsync();
        await SayAsync(reminder);
        await ReplyAsync();
        return await ReplyAsync();
    }

    public Task<HttpResponseMessage> PostAsync(object message) => PostAsync(JsonContent.Create(message));

    public Task<HttpResponseMessage> PostAsync(HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/chat/messages") { Content = content };
        request.Headers.Add("X-Anti-Forgery", _antiForgery);
        return _http.SendAsync(request, cancellationToken);
    }

    public async Task SayAsync(string text) => (await PostAsync(new { id = Guid.NewGuid(), text })).EnsureSuccessStatusCode();

    /// <summary>Says something and returns the first reply.</summary>
    public async Task<string> AskAsync(string text)
    {
        await SayAsync(text);
        return await ReplyAsync();
    }

    /// <summary>The next reply as a person reads it: without tags, white space folded.</summary>
    public async Task<string> ReplyAsync()
    {
        _stream ??= await OpenStreamAsync();
        while (await _stream.MoveNextAsync())
        {
            if (_stream.Current.EventType == "reply")
            {
                LastHtml = _stream.Current.Data;
                return TextOf(LastHtml);
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    public static string TextOf(string html) => WhiteSpace().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    public void Dispose() => _http.Dispose();

    private async Task<IAsyncEnumerator<SseItem<string>>> OpenStreamAsync()
    {
        var body = await _http.GetStreamAsync($"/chat/events?after={_after}", cancellationToken);
        return SseParser.Create(body).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    [GeneratedRegex("name=\"anti-forgery\" content=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();

    [GeneratedRegex("data-last=\"([0-9]+)\"")]
    private static partial Regex LastId();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
