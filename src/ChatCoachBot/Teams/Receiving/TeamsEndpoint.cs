using System.Text.Json;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>Where Teams posts its activities. Nothing of one is looked at before its token, and nothing is kept before all of it is checked.</summary>
internal static partial class TeamsEndpoint
{
    public const string Path = "/api/messages";

    public static async Task<IResult> ReceiveAsync(
        HttpContext context, TeamsOptions options, BotToken tokens, ServiceUrls serviceUrls, ActivityReceiver receiver, InvokeReceiver invokes, ILogger<ActivityReceiver> log)
    {
        var cancellationToken = context.RequestAborted;
        VerifiedToken? token = null;
        if (options.AllowAnonymous)
        {
            if (PlaygroundOnly.Problem(context) is var (status, sentence))
            {
                return Refuse(status, sentence);
            }
        }
        else if ((token = await tokens.VerifyAsync(context.Request.Headers.Authorization, cancellationToken)) is null)
        {
            return Refuse(StatusCodes.Status401Unauthorized, "There is no valid token of the Bot Framework.");
        }

        if (await RequestBody.ReadAsync(context.Request, cancellationToken) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "The body is over 1 MB.");
        }

        if (Parse(body) is not { } activity)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The body is no activity.");
        }

        if (token?.Covers(activity) == false)
        {
            return Refuse(StatusCodes.Status401Unauthorized, "The token is not for this activity.");
        }

        if (serviceUrls.Trusted(activity.ServiceUrl) is null)
        {
            return Refuse(StatusCodes.Status403Forbidden, "The serviceUrl is no place of Teams’.");
        }

        if (!options.Serves(activity.Tenant))
        {
            return Refuse(StatusCodes.Status403Forbidden, "This tenant is not served here.");
        }

        try
        {
            if (activity.Type == "invoke")
            {
                return await invokes.ReceiveAsync(activity, cancellationToken);
            }

            await receiver.ReceiveAsync(activity, cancellationToken);
            return Results.Ok();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Teams delivers it again.
            LogNotTaken(log, FaultText.Of(fault));
            return Refuse(StatusCodes.Status503ServiceUnavailable, "It could not be stored just now.");
        }
    }

    /// <returns>Null for what is no activity, or lacks what every activity has.</returns>
    private static Activity? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.Default.Activity) is
            {
                Type.Length: > 0,
                Id: { } id,
                ServiceUrl.Length: > 0,
                ChannelId.Length: > 0,
                From.Id: { } from,
                Conversation.Id: { } conversation,
                Recipient.Id: { } recipient,
            } activity && IsId(id) && IsId(from) && IsId(conversation) && IsId(recipient) && IsTenant(activity.Tenant) ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Ids are opaque, but no text: whatever holds blanks or control characters is none.</summary>
    private static bool IsId(string id) => id.Length is > 0 and <= 500 && id.All(c => c is > ' ' and not '\x7f' && !char.IsControl(c) && !char.IsSurrogate(c));

    private static bool IsTenant(string tenant) => tenant.Length <= 64 && tenant.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static IResult Refuse(int status, string sentence) => Results.Text(sentence, statusCode: status);

    [LoggerMessage(LogLevel.Error, "Teams: an activity could not be taken in: {Fault}")]
    private static partial void LogNotTaken(ILogger log, string fault);
}
