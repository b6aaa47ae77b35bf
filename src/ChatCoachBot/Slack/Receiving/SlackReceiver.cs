using System.Text;
using System.Text.Json;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>What Slack delivers, whichever way it comes: over HTTP or through a socket.</summary>
internal sealed partial class SlackReceiver(EventReceiver events, InteractionReceiver interactions, CommandReceiver commands, ILogger<SlackReceiver> log)
{
    private const string VerificationType = "url_verification";

    /// <exception cref="Inbox.NotStoredException">It could not be stored, and is to be delivered again.</exception>
    public async Task<Acknowledgement> ReceiveEventAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope is { Type: VerificationType, Challenge: { } challenge })
        {
            return new Acknowledgement(Encoding.UTF8.GetBytes($$"""{"challenge":{{JsonSerializer.Serialize(challenge, PayloadJson.Default.String)}}}"""));
        }

        await events.ReceiveAsync(envelope, cancellationToken);
        return Acknowledgement.Empty;
    }

    /// <inheritdoc cref="ReceiveEventAsync"/>
    public Task<Acknowledgement> ReceiveInteractionAsync(Interaction interaction, CancellationToken cancellationToken) => interactions.ReceiveAsync(interaction, cancellationToken);

    /// <inheritdoc cref="ReceiveEventAsync"/>
    public Task<Acknowledgement> ReceiveCommandAsync(SlashCommand command, CancellationToken cancellationToken) => commands.ReceiveAsync(command, cancellationToken);

    /// <summary>JSON that has another shape than Slack's is nothing for the coach, but no fault of the sender's either.</summary>
    public Acknowledgement Ignore()
    {
        LogIgnored(log);
        return Acknowledgement.Empty;
    }

    /// <summary>Something could not be taken, and was not acknowledged.</summary>
    public void Fail(Exception fault) => LogFailed(log, FaultText.Of(fault));

    [LoggerMessage(LogLevel.Error, "Slack: a delivery could not be taken, and comes again: {Fault}")]
    private static partial void LogFailed(ILogger log, string fault);

    [LoggerMessage(LogLevel.Debug, "Slack: a delivery has a shape that is not known here.")]
    private static partial void LogIgnored(ILogger log);
}
