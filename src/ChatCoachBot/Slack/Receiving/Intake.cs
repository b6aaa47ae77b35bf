using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>The one way from Slack into the inbox. Ids are checked before they become keys: what is none is no message of Slack's.</summary>
internal sealed class Intake(InboxStore inbox)
{
    private const int LongestId = 64;
    private const int LongestEventId = 200;
    private const int LongestUrl = 1000;

    /// <returns>Null when it cannot be a message of Slack's.</returns>
    public static Incoming? Read(string? workspace, string? user, string? eventId, InboxKind kind, string text, Origin? origin, string? timeZone = null)
    {
        if (!IsId(workspace) || !IsId(user) || eventId is not { Length: > 0 and <= LongestEventId } || !IsPlain(eventId) || !IsSound(origin))
        {
            return null;
        }

        var person = new SlackAddress(workspace!, user!).ToString();
        return new Incoming(SlackChannel.Name, eventId, person, person, kind, text, timeZone, workspace!, origin);
    }

    /// <exception cref="NotStoredException">It is to be delivered again.</exception>
    public Task StoreAsync(string? workspace, string? user, string? eventId, InboxKind kind, string text, Origin? origin, CancellationToken cancellationToken, string? timeZone = null) =>
        Read(workspace, user, eventId, kind, text, origin, timeZone) is { } incoming ? inbox.StoreAsync(incoming, cancellationToken) : Task.CompletedTask;

    public static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>The time of a message, which is its name in a conversation.</summary>
    public static bool IsTimestamp(string? ts) => ts is { Length: > 0 and <= LongestId } && ts.All(c => char.IsAsciiDigit(c) || c == '.');

    private static bool IsSound(Origin? origin) =>
        origin is null
        || ((origin.MessageId is null || IsTimestamp(origin.MessageId))
            && (origin.Thread is null || IsTimestamp(origin.Thread))
            && (origin.Channel is null || IsId(SlackAddress.Parse(origin.Channel).Id))
            && (origin.ReplyUrl is null || (origin.ReplyUrl.Length <= LongestUrl && IsPlain(origin.ReplyUrl))));

    private static bool IsPlain(string text) => text.All(c => c is > ' ' and < '\x7f');
}
