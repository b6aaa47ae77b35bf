using ChatCoachBot.Outbox;

namespace ChatCoachBot.Web;

/// <summary>
/// The web chat as the outbox sees it. A visitor's pages read the outbox itself, from the last message they have; sending is telling
/// them to look. A page that is closed finds everything when it opens.
/// </summary>
internal sealed class WebChannel(OpenPages pages) : IChannel
{
    public const string Name = "web";

    public string Platform => Name;

    public bool KeepsUnread => true;

    public Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        pages.Notify(message.Address);
        return Task.CompletedTask;
    }
}
