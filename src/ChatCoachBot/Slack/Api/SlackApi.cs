using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChatCoachBot.Slack.Api;

/// <summary>
/// Slack's Web API (docs.slack.dev/apis/web-api): one POST a call, an answer that says "ok" or names what was wrong. Asking is tried
/// again a few times by the client's resilience; saying never is, since it might be heard twice.
/// </summary>
internal sealed class SlackApi(IHttpClientFactory clients, SlackOptions options)
{
    /// <summary>For calls that change nothing, and so may be repeated.</summary>
    public const string Asking = "slack-asking";

    /// <summary>For calls that are heard by somebody.</summary>
    public const string Saying = "slack-saying";

    /// <summary>What Slack answers when the network did not let the call through at all.</summary>
    public const string Unreachable = "unreachable";

    public const string RateLimited = "ratelimited";

    private const int LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Says something that Slack must hear once.</summary>
    /// <exception cref="SlackUnclearException">Nobody knows whether it was heard.</exception>
    public Task<SlackResponse> SayAsync<T>(string method, string token, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(Saying, Post(new Uri(options.Api, method), token, JsonSerializer.SerializeToUtf8Bytes(body, type)), cancellationToken);

    /// <summary>Answers through an address that came with what was said.</summary>
    /// <exception cref="SlackUnclearException">Nobody knows whether it was heard.</exception>
    public Task<SlackResponse> SayToAsync<T>(Uri address, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(Saying, Post(address, null, JsonSerializer.SerializeToUtf8Bytes(body, type)), cancellationToken);

    /// <summary>Puts a file where Slack said.</summary>
    /// <exception cref="SlackUnclearException">Nobody knows whether it is there.</exception>
    public Task<SlackResponse> UploadAsync(Uri address, byte[] file, string mediaType, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return SendAsync(Saying, new HttpRequestMessage(HttpMethod.Post, address) { Content = content }, cancellationToken);
    }

    /// <summary>Asks for something, or does what may be done twice.</summary>
    /// <exception cref="SlackUnclearException">Slack answered nothing that can be read.</exception>
    public Task<SlackResponse> AskAsync(string method, string? token, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, string? Value)> arguments) =>
        SendAsync(Asking, Form(method, token, arguments), cancellationToken);

    /// <summary>Hands in what can be handed in once.</summary>
    /// <exception cref="SlackUnclearException">Nobody knows whether it was taken.</exception>
    public Task<SlackResponse> HandInAsync(string method, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, string? Value)> arguments) =>
        SendAsync(Saying, Form(method, null, arguments), cancellationToken);

    private HttpRequestMessage Form(string method, string? token, ReadOnlySpan<(string Name, string? Value)> arguments)
    {
        var form = new List<KeyValuePair<string, string>>(arguments.Length);
        foreach (var (name, value) in arguments)
        {
            if (value is not null)
            {
                form.Add(KeyValuePair.Create(name, value));
            }
        }

        return Authorize(new HttpRequestMessage(HttpMethod.Post, new Uri(options.Api, method)) { Content = new FormUrlEncodedContent(form) }, token);
    }

    /// <summary>Whether an address that came with what was said is Slack's own.</summary>
    public Uri? Trusted(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && ((uri.Scheme == Uri.UriSchemeHttps && uri.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase)) || uri.Authority == options.Api.Authority)
            ? uri
            : null;

    private static HttpRequestMessage Post(Uri address, string? token, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) { CharSet = "utf-8" };
        return Authorize(new HttpRequestMessage(HttpMethod.Post, address) { Content = content }, token);
    }

    private static HttpRequestMessage Authorize(HttpRequestMessage request, string? token)
    {
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<SlackResponse> SendAsync(string client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                using var http = clients.CreateClient(client);
                using var answer = await http.SendAsync(request, cancellationToken);
                return await ReadAsync(answer, cancellationToken);
            }
            catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                || fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NetworkUnreachable })
            {
                return new SlackResponse(Unreachable, default);
            }
            catch (HttpRequestException fault)
            {
                throw new SlackUnclearException($"The connection to Slack broke ({fault.HttpRequestError}).", fault);
            }
        }
    }

    private static async Task<SlackResponse> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return new SlackResponse(RateLimited, default, answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
        }

        if (answer.Content.Headers.ContentLength > LargestAnswer)
        {
            throw new SlackUnclearException("Slack’s answer is too large.");
        }

        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if ((int)answer.StatusCode >= 500)
        {
            throw new SlackUnclearException($"Slack answered {(int)answer.StatusCode}.");
        }

        // An answer through a given address says "ok" without JSON around it, and an upload "OK" and how much it was.
        if (body.AsSpan().StartsWith("ok"u8) || body.AsSpan().StartsWith("OK"u8))
        {
            return new SlackResponse(null, default);
        }

        try
        {
            var json = JsonElement.Parse(body);
            var scopes = answer.Headers.TryGetValues("x-oauth-scopes", out var values) ? string.Join(',', values) : "";
            return new SlackResponse(ErrorOf(json, answer.StatusCode), json, Scopes: scopes);
        }
        catch (JsonException)
        {
            return answer.IsSuccessStatusCode
                ? throw new SlackUnclearException("Slack’s answer is no JSON.")
                : new SlackResponse($"http_{(int)answer.StatusCode}", default);
        }
    }

    private static string? ErrorOf(JsonElement json, HttpStatusCode status) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True ? null
        : json.ValueKind == JsonValueKind.Object && json.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String ? error.GetString()
        : $"http_{(int)status}";
}
