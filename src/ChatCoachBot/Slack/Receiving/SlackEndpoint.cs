using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>The one address for events, interactions and slash commands, told apart by content type and body. Nothing is looked at before its signature.</summary>
internal static class SlackEndpoint
{
    public const string Path = "/slack/events";

    private const string FormType = "application/x-www-form-urlencoded";

    public static async Task<IResult> ReceiveAsync(HttpContext context, Signature signature, SlackReceiver receiver)
    {
        var cancellationToken = context.RequestAborted;
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        if (body is null)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "The body is over 1 MB.");
        }

        var headers = context.Request.Headers;
        if (!signature.IsValid(headers["X-Slack-Request-Timestamp"], headers["X-Slack-Signature"], body))
        {
            return Refuse(StatusCodes.Status401Unauthorized, "The request is not signed by Slack, or too old.");
        }

        try
        {
            return await ReceiveAsync(MediaType(context.Request), body, receiver, cancellationToken) is { } acknowledgement
                ? Acknowledge(acknowledgement)
                : Refuse(StatusCodes.Status400BadRequest, "The body is not what its content type says.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Slack delivers it again.
            receiver.Fail(fault);
            return Refuse(StatusCodes.Status503ServiceUnavailable, "It could not be stored just now.");
        }
    }

    /// <returns>Null for what is neither JSON nor a form.</returns>
    private static async Task<Acknowledgement?> ReceiveAsync(string type, byte[] body, SlackReceiver receiver, CancellationToken cancellationToken)
    {
        switch (type)
        {
            case MediaTypeNames.Application.Json:
                return await ReadAsync(body, PayloadJson.Default.EventEnvelope, receiver.ReceiveEventAsync, receiver, cancellationToken);
            case FormType when Form(body) is { } form:
                return form.TryGetValue("payload", out var payload)
                    ? await ReadAsync(Encoding.UTF8.GetBytes(payload), PayloadJson.Default.Interaction, receiver.ReceiveInteractionAsync, receiver, cancellationToken)
                    : await receiver.ReceiveCommandAsync(SlashCommand.Of(form), cancellationToken);
            default:
                return null;
        }
    }

    private static async Task<Acknowledgement?> ReadAsync<T>(
        byte[] json, JsonTypeInfo<T> type, Func<T, CancellationToken, Task<Acknowledgement>> receive, SlackReceiver receiver, CancellationToken cancellationToken)
        where T : class
    {
        T? read;
        try
        {
            read = JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return IsJson(json) ? receiver.Ignore() : null;
        }

        return read is null ? receiver.Ignore() : await receive(read, cancellationToken);
    }

    private static bool IsJson(byte[] body)
    {
        try
        {
            JsonDocument.Parse(body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Dictionary<string, string>? Form(byte[] body)
    {
        try
        {
            var form = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body)))
            {
                form.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            }

            return form;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string MediaType(HttpRequest request) => (request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    private static IResult Acknowledge(Acknowledgement acknowledgement) =>
        acknowledgement.Body.Length == 0 ? Results.Ok() : Results.Bytes(acknowledgement.Body, MediaTypeNames.Application.Json);

    private static IResult Refuse(int status, string sentence) => Results.Text(sentence, statusCode: status);
}
