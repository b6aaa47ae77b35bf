using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Identity.Client;

namespace ChatCoachBot.Teams.Sending;

/// <summary>The Bot Framework's connector: one POST for each thing said, at the serviceUrl of its conversation.</summary>
internal sealed class Connector(IHttpClientFactory clients, ConnectorToken tokens, ServiceUrls serviceUrls, ConnectorHealth health)
{
    public const string Client = "teams-connector";

    private const string Untrusted = "UntrustedServiceUrl";

    /// <exception cref="ConnectorUnclearException">Nobody knows whether it was heard.</exception>
    public Task<ConnectorAnswer> SayAsync(string serviceUrl, string conversationId, OutgoingActivity activity, CancellationToken cancellationToken) => PostAsync(
        serviceUrl, $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities", JsonSerializer.SerializeToUtf8Bytes(activity, ConnectorJson.Default.OutgoingActivity), cancellationToken);

    /// <summary>Teams gives the same conversation for the same person, however often it is asked.</summary>
    public Task<ConnectorAnswer> OpenAsync(string serviceUrl, NewConversation conversation, CancellationToken cancellationToken) =>
        PostAsync(serviceUrl, "v3/conversations", JsonSerializer.SerializeToUtf8Bytes(conversation, ConnectorJson.Default.NewConversation), cancellationToken);

    private async Task<ConnectorAnswer> PostAsync(string serviceUrl, string path, byte[] body, CancellationToken cancellationToken)
    {
        // What was stored may be older than the list of places that are trusted.
        if (serviceUrls.Trusted(serviceUrl) is not { } place)
        {
            return new ConnectorAnswer(null, Untrusted, 400);
        }

        var (isGiven, token) = await TokenAsync(() => tokens.GetAsync(cancellationToken), cancellationToken);
        if (!isGiven)
        {
            // Nothing was posted yet: the message can wait.
            return new ConnectorAnswer(null, "NoToken", 0);
        }

        var uri = new Uri(place, path);
        var answer = await PostAsync(uri, token, body, cancellationToken);
        return answer.Status == 401 && token is not null && await TokenAsync(() => tokens.RenewAsync(token, cancellationToken), cancellationToken) is { Token: { } renewed }
            ? await PostAsync(uri, renewed, body, cancellationToken)
            : answer;
    }

    /// <returns>Whether there is one; and null where none is needed, or to be had.</returns>
    private async Task<(bool IsGiven, string? Token)> TokenAsync(Func<Task<string?>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return (true, await ask());
        }
        catch (MsalException problem)
        {
            health.TokenFailed(problem.ErrorCode);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            health.TokenFailed("unreachable");
        }

        return (false, null);
    }

    private async Task<ConnectorAnswer> PostAsync(Uri uri, string? token, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) { CharSet = "utf-8" };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var http = clients.CreateClient(Client);
            using var answer = await http.SendAsync(request, cancellationToken);
            return await ReadAsync(answer, cancellationToken);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            health.SendFailed("unreachable");
            return new ConnectorAnswer(null, "Unreachable", 0);
        }
        catch (HttpRequestException fault)
        {
            throw new ConnectorUnclearException($"The connection to Teams broke ({fault.HttpRequestError}).", fault);
        }
    }

    private async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            health.Sent();
            return new ConnectorAnswer(ConnectorAnswer.IdOf(body), null, status);
        }

        if (status == 500)
        {
            throw new ConnectorUnclearException("Teams answered 500.");
        }

        if (status == 401)
        {
            health.SendFailed("401: Teams does not take the bot’s token");
        }

        return new ConnectorAnswer(null, ConnectorAnswer.CodeOf(body, status), status, answer.Headers.RetryAfter?.Delta);
    }
}

/// <summary>Nobody knows whether Teams heard something.</summary>
internal sealed class ConnectorUnclearException(string message, Exception? inner = null) : Exception(message, inner);
