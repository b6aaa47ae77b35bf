namespace ChatCoachBot.Outbox;

/// <summary>A platform as the outbox sees it: it renders a message in its own form and sends it.</summary>
public interface IChannel
{
    /// <summary>The platform's name in the database.</summary>
    string Platform { get; }

    /// <summary>Whether what it was given waits there to be read, so that a prompt never comes too late. Elsewhere an expired prompt is not sent.</summary>
    bool KeepsUnread { get; }

    /// <summary>Returns when the platform has the message. A throw means that it has not, and that it is worth trying again.</summary>
    Task SendAsync(OutboxMessage message, CancellationToken cancellationToken);
}
