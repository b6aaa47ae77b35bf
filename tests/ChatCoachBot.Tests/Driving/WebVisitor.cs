using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Tests.Driving;

/// <summary>One browser without a screen: it keeps cookies, posts what a person says, and reads the stream of replies as text.</summary>
public sealed partial class WebVisitor : IDisposable
{
    private const int LongBody = 100_000;

    private const int MostSkips = 15;

    /// <summary>How long a person waits for a reply, on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly CancellationToken _cancellationToken;
    private readonly SocketsHttpHandler _browser;
    private Uri _address;
    private HttpClient? _http;
    private IAsyncEnumerator<SseItem<string>>? _stream;
    private string _after = "0";

    public WebVisitor(Uri address, CancellationToken cancellationToken)
        : this(address, new CookieContainer(), cancellationToken)
    {
    }

    private WebVisitor(Uri address, CookieContainer cookies, CancellationToken cancellationToken)
    {
        (_address, _cancellationToken) = (address, cancellationToken);
        _browser = new SocketsHttpHandler { CookieContainer = cookies, UseCookies = true };
    }

    public HttpClient Http => _http ??= new HttpClient(_browser, disposeHandler: false) { BaseAddress = _address };

    /// <summary>What the open page sends with each message to show that it is the page.</summary>
    public string AntiForgeryToken { get; private set; } = "";

    /// <summary>What the browser sends to be known again.</summary>
    public string Cookies => _browser.CookieContainer.GetCookieHeader(_address);

    /// <summary>The last reply's HTML.</summary>
    public string LastHtml { get; private set; } = "";

    /// <summary>The last reply as a person reads it.</summary>
    public string LastReply => TextOf(LastHtml);

    /// <summary>The labels of the last reply's buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. Button().Matches(LastHtml).Select(button => WebUtility.HtmlDecode(button.Groups["label"].Value))];

    /// <summary>Opens the page and returns its HTML.</summary>
    public async Task<string> OpenPageAsync()
    {
        ClosePage();
        var page = await Http.GetStringAsync("/", _cancellationToken);
        AntiForgeryToken = AntiForgery().Match(page).Groups[1].Value;
        _after = LastId().Match(page).Groups[1].Value;
        return page;
    }

    /// <summary>Closes the page; what the coach says meanwhile is in the history when it is opened again.</summary>
    public void ClosePage()
    {
        // The stream ends with its connection.
        _http?.Dispose();
        (_http, _stream) = (null, null);
    }

    /// <summary>Another page in the same browser, not opened yet.</summary>
    public WebVisitor OpenSecondPage() => new(_address, _browser.CookieContainer, _cancellationToken);

    /// <summary>The same open page after the host came back at another address: its stream goes on behind the last reply.</summary>
    public void MoveTo(Uri address)
    {
        ClosePage();
        _address = address;
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

    /// <summary>Skips until an exercise is asked whose text holds these words.</summary>
    public async Task<string> ReachAsync(string words)
    {
        for (var skips = 0; !LastReply.Contains(words, StringComparison.Ordinal); skips++)
        {
            if (skips == MostSkips)
            {
                throw new InvalidOperationException($"“{words}” was never asked.");
            }

            await AskAsync("skip");
            await ReplyAsync();
        }

        return LastReply;
    }

    public Task<HttpResponseMessage> PostAsync(object message) => PostAsync(JsonContent.Create(message));

    public Task<HttpResponseMessage> PostAsync(HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/chat/messages") { Content = content };
        request.Headers.Add("X-Anti-Forgery", AntiForgeryToken);
        // The refusal of a long body is read before the body is sent, not lost when the host hangs up on it.
        request.Headers.ExpectContinue = content.Headers.ContentLength is null or > LongBody;
        return Http.SendAsync(request, _cancellationToken);
    }

    public async Task SayAsync(string text) => (await PostAsync(new { id = Guid.NewGuid(), text })).EnsureSuccessStatusCode();

    /// <summary>Says something and returns the first reply.</summary>
    public async Task<string> AskAsync(string text)
    {
        await SayAsync(text);
        return await ReplyAsync();
    }

    /// <summary>Says what a button of the last reply says, and returns the first reply.</summary>
    public Task<string> PressAsync(string label) =>
        AskAsync(WebUtility.HtmlDecode(Button().Matches(LastHtml).Single(button => WebUtility.HtmlDecode(button.Groups["label"].Value) == label).Groups["says"].Value));

    /// <summary>Asks for a code that links another place.</summary>
    public async Task<string> AskForCodeAsync() => LinkCode().Match(await AskAsync("link")).Groups["code"].Value;

    /// <summary>The next reply as a person reads it: without tags, white space folded.</summary>
    public async Task<string> ReplyAsync()
    {
        _stream ??= await OpenStreamAsync();
        while (await _stream.MoveNextAsync().AsTask().WaitAsync(Patience, _cancellationToken))
        {
            if (_stream.Current.EventType == "reply")
            {
                LastHtml = _stream.Current.Data;
                _after = _stream.Current.EventId ?? _after;
                return LastReply;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    /// <summary>The whole conversation as the page shows it when it is opened, one text a message.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync() =>
        [.. Article().Matches(await OpenPageAsync()).Select(article => TextOf(article.Value))];

    public static string TextOf(string html) => WhiteSpace().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    public void Dispose()
    {
        ClosePage();
        _browser.Dispose();
    }

    private async Task<IAsyncEnumerator<SseItem<string>>> OpenStreamAsync()
    {
        var body = await Http.GetStreamAsync($"/chat/events?after={_after}", _cancellationToken);
        return SseParser.Create(body).EnumerateAsync(_cancellationToken).GetAsyncEnumerator(_cancellationToken);
    }

    [GeneratedRegex("name=\"anti-forgery\" content=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();

    [GeneratedRegex("link (?<code>[A-Z0-9]{8})")]
    private static partial Regex LinkCode();

    [GeneratedRegex("data-last=\"([0-9]+)\"")]
    private static partial Regex LastId();

    [GeneratedRegex("<button[^>]* data-says=\"(?<says>[^\"]*)\"[^>]*>(?<label>[^<]*)</button>")]
    private static partial Regex Button();

    [GeneratedRegex("<article.*?</article>", RegexOptions.Singleline)]
    private static partial Regex Article();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
