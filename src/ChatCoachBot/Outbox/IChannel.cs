using ChatCoachBot.Storage;

namespace ChatCoachBot.Outbox;

/// <summary>A platform as the outbox sees it: it renders a message in its own form and sends it.</summary>
public interface IChannel
{
    /// <summary>The platform's name in the database.</summary>
    string Platform { get; }

    /// <summary>Whether what it was given waits there to be read, so that a prompt never comes too late. Elsewhere an expired prompt is not sent.</summary>
    bool KeepsUnread { get; }

    /// <summary>How fast the platform lets this host send.</summary>
    SendLimits Limits => SendLimits.None;

    /// <summary>
    /// Sends one message, and says what the platform answered. A throw means that nobody knows whether the message arrived: for example
    /// when the connection broke after it was handed over.
    /// </summary>
    /// <param name="cancellationToken">Cancelled when the platform takes too long, or the host has to end.</param>
    Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>Looks whether a message is there whose sending ended in the dark.</summary>
    /// <returns>Null where the platform cannot tell.</returns>
    Task<Arrival?> ArrivedAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Arrival?>(null);

    /// <summary>Erases what the platform itself keeps of a person, in the caller's transaction.</summary>
    /// <param name="address">The platform's name of the conversation with the person.</param>
    Task ForgetAsync(CoachDb db, string address, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>What a platform knows of a message.</summary>
/// <param name="MessageId">The platform's name of it, when it is there.</param>
public sealed record Arrival(bool IsThere, string? MessageId = null);
