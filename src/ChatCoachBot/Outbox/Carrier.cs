namespace ChatCoachBot.Outbox;

/// <summary>Carries single messages to one platform, and notes on each what became of it.</summary>
internal sealed partial class Carrier(IChannel channel, TimeProvider time, ILogger log)
{
    /// <summary>A message waits this long for a platform that does not take it.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>What takes longer has an unknown outcome. Much shorter than <see cref="OutboxQueue.Lease"/>.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(10);

    /// <summary>Never throws: a fault is an outcome too.</summary>
    /// <returns>The pause that the platform asked for, if any.</returns>
    public async Task<Pause?> CarryAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.ExpiresAt < time.GetUtcNow() && !channel.KeepsUnread)
        {
            Drop(message, "It came too late.");
            return null;
        }

        using var late = new CancellationTokenSource(LongestSend, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return message.UnknownAt is null || await IsToBeSentAsync(message, patience.Token)
                ? Note(message, await channel.SendAsync(message, patience.Token).WaitAsync(patience.Token))
                : null;
        }
        catch (Exception fault)
        {
            LogUnknown(log, message.Id, FaultText.Of(fault));
            message.UnknownAt ??= time.GetUtcNow();
            PutOff(message);
            return null;
        }
    }

    /// <summary>The rule for what may have arrived already: who can tell is asked; else a reply is sent again and a prompt is not.</summary>
    private async Task<bool> IsToBeSentAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        switch (await channel.ArrivedAsync(message, cancellationToken).WaitAsync(cancellationToken))
        {
            case { IsThere: true } arrival:
                (message.SentAt, message.MessageId) = (time.GetUtcNow(), arrival.MessageId);
                return false;
            case null when message.Kind == OutboxKind.Prompt && !channel.KeepsUnread:
                Drop(message, "Nobody knows whether it arrived, and a prompt is not sent twice.");
                return false;
            default:
                return true;
        }
    }

    private Pause? Note(OutboxMessage message, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent sent:
                (message.SentAt, message.MessageId) = (time.GetUtcNow(), sent.MessageId);
                break;
            case SendResult.Refused refused:
                LogRefused(log, message.Id, refused.Reason);
                Drop(message, refused.Reason);
                message.GoneBecause = refused.IsGone ? refused.Reason : null;
                break;
            case SendResult.NotNow { RetryAfter: { } after }:
                // The platform is well and asks for patience: that is no reason to give up.
                message.Failures++;
                return Pause.For(message, time.GetUtcNow(), after);
            case SendResult.NotNow:
                PutOff(message);
                break;
        }

        return null;
    }

    private void PutOff(OutboxMessage message)
    {
        var now = time.GetUtcNow();
        message.Failures++;
        message.FirstFailedAt ??= now;
        message.NotBefore = now + Backoff.After(message.Failures);
        if (now - message.FirstFailedAt > GiveUpAfter)
        {
            Drop(message, "The platform did not take it for a day.");
        }
    }

    private void Drop(OutboxMessage message, string reason) => (message.DroppedAt, message.DropReason) = (time.GetUtcNow(), reason);

    [LoggerMessage(LogLevel.Warning, "Whether message {Id} was sent is unknown: {Fault}")]
    private static partial void LogUnknown(ILogger log, long id, string fault);

    [LoggerMessage(LogLevel.Warning, "The platform refused message {Id}: {Reason}")]
    private static partial void LogRefused(ILogger log, long id, string reason);
}
