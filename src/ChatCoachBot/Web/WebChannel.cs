using ChatCoachBot.Outbox;

namespace ChatCoachBot.Web;

/// <summary>
/// The web chat as the outbox sees it. A visitor's pages read the outbox itself, from the last message they have; sending is telling
/// them to look, whichever host they are open at. A page that is closed finds everything when it opens.
/// </summary>
internal sealed class WebChannel(Bell bell) : IChannel
{
    public const string Name = "web";

    public string Platform => Name;

    public bool KeepsUnread => true;

    /// <summary>What is rung for the open pages of one visitor.</summary>
    public static string Topic(string visitor) => $"{Name}/{visitor}";

    public Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        bell.Ring(Topic(message.Address));
        return Task.FromResult<SendResult>(new SendResult.Sent());
    }
}
