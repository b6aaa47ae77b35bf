using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Slack.Home;
using ChatCoachBot.Slack.Installing;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Takes in events. What the coach has no use for is acknowledged and forgotten.</summary>
internal sealed partial class EventReceiver(
    Intake intake, RoundLookup rounds, HomePublisher home, SlackInstallations installations, TimeProvider time, ILogger<EventReceiver> log)
{
    private const string SlackBot = "USLACKBOT";

    /// <exception cref="NotStoredException">It is to be delivered again.</exception>
    public Task ReceiveAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var type = envelope.Type == "event_callback" ? Read(envelope, PayloadJson.Default.EventKind)?.Type : null;
        return !Intake.IsId(envelope.Workspace) || type is null ? Ignore(type ?? envelope.Type) : type switch
        {
            "message" when Read(envelope, PayloadJson.Default.MessageEvent) is { } message => MessageAsync(envelope, message, cancellationToken),
            "app_mention" when Read(envelope, PayloadJson.Default.MessageEvent) is { } mention => MentionAsync(envelope, mention, cancellationToken),
            "reaction_added" when Read(envelope, PayloadJson.Default.ReactionEvent) is { } reaction => ReactionAsync(envelope, reaction, cancellationToken),
            "app_home_opened" when Read(envelope, PayloadJson.Default.HomeOpenedEvent) is { } opened => HomeAsync(envelope, opened, cancellationToken),
            "tokens_revoked" when Read(envelope, PayloadJson.Default.TokensRevokedEvent) is { Tokens.Bot.Count: > 0 } => EndAsync(envelope, "token_revoked", cancellationToken),
            "app_uninstalled" => EndAsync(envelope, "app_uninstalled", cancellationToken),
            _ => Ignore(type),
        };
    }

    private Task MessageAsync(EventEnvelope envelope, MessageEvent message, CancellationToken cancellationToken) => message switch
    {
        { Subtype: "message_changed", Message: { } now } when now.Text != message.PreviousMessage?.Text =>
            SaidAsync(envelope, now with { Channel = message.Channel, ChannelType = message.ChannelType }, InboxKind.Edited, cancellationToken),
        { Subtype: null or "file_share" or "thread_broadcast" or "me_message" } => SaidAsync(envelope, message, InboxKind.Said, cancellationToken),
        _ => Ignore(message.Subtype),
    };

    private async Task SaidAsync(EventEnvelope envelope, MessageEvent message, InboxKind kind, CancellationToken cancellationToken)
    {
        if (message is not { User: { Length: > 0 } user, Channel: { Length: > 0 } channel, Ts: { Length: > 0 } ts } || message.BotId is not null || user == SlackBot || user == envelope.BotUser)
        {
            return;
        }

        var text = Words.Read(message.Text);
        if (kind == InboxKind.Said && text.Length == 0)
        {
            kind = message.Files is { Count: > 0 } ? InboxKind.SentFile : kind;
        }

        var workspace = envelope.Workspace!;
        if (message.ChannelType == "im" || SlackAddress.IsDirect(channel))
        {
            await StoreAsync(envelope, user, kind, text, new Origin { MessageId = ts }, cancellationToken);
        }
        else if (Intake.IsId(channel) && message.ThreadTs is { } thread && Intake.IsTimestamp(thread) && thread != ts && text.Length > 0
            && await rounds.FindAsync(new SlackAddress(workspace, channel), thread, cancellationToken) is { } round)
        {
            // The rest of what is said in channels is none of the coach's business, and is not kept.
            var origin = new Origin { MessageId = ts, Channel = new SlackAddress(workspace, channel).ToString(), Thread = thread, Round = round };
            await StoreAsync(envelope, user, kind, text, origin, cancellationToken);
        }
    }

    /// <summary>Whoever calls the coach in a channel is shown what it can do. In the thread of an exercise the same words arrive as an answer.</summary>
    private async Task MentionAsync(EventEnvelope envelope, MessageEvent mention, CancellationToken cancellationToken)
    {
        if (mention is not { User: { Length: > 0 } user, Channel: { Length: > 0 } channel, BotId: null } || !Intake.IsId(channel))
        {
            return;
        }

        var address = new SlackAddress(envelope.Workspace!, channel);
        if (!Intake.IsTimestamp(mention.ThreadTs) || await rounds.FindAsync(address, mention.ThreadTs!, cancellationToken) is null)
        {
            await StoreAsync(envelope, user, InboxKind.Said, CommandReceiver.Menu, new Origin { Channel = address.ToString(), Thread = mention.ThreadTs }, cancellationToken);
        }
    }

    private Task ReactionAsync(EventEnvelope envelope, ReactionEvent reaction, CancellationToken cancellationToken) =>
        reaction is { User: { Length: > 0 } user, Item: { Type: "message", Channel: { } channel } }
            && SlackAddress.IsDirect(channel) && user != envelope.BotUser && (envelope.BotUser is null || reaction.ItemUser == envelope.BotUser)
            ? StoreAsync(envelope, user, InboxKind.Reacted, "", null, cancellationToken)
            : Task.CompletedTask;

    private Task HomeAsync(EventEnvelope envelope, HomeOpenedEvent opened, CancellationToken cancellationToken)
    {
        switch (opened)
        {
            case { User: { } user, Tab: "home" } when Intake.IsId(user):
                home.Publish(new SlackAddress(envelope.Workspace!, user));
                return Task.CompletedTask;
            case { User: { Length: > 0 } user, Tab: "messages" }:
                return StoreAsync(envelope, user, InboxKind.Opened, "", null, cancellationToken);
            default:
                return Task.CompletedTask;
        }
    }

    private Task EndAsync(EventEnvelope envelope, string reason, CancellationToken cancellationToken) =>
        installations.EndAsync(envelope.Workspace!, reason, envelope.EventTime is { } at and > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(at) : time.GetUtcNow(), cancellationToken);

    private Task StoreAsync(EventEnvelope envelope, string user, InboxKind kind, string text, Origin? origin, CancellationToken cancellationToken) =>
        intake.StoreAsync(envelope.Workspace, user, envelope.EventId, kind, text, origin, cancellationToken);

    /// <returns>Null for what has another shape than it should.</returns>
    private static T? Read<T>(EventEnvelope envelope, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return envelope.Event.ValueKind == JsonValueKind.Object ? envelope.Event.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task Ignore(string? what)
    {
        LogIgnored(log, what is { Length: <= 64 } && what.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ' ') ? what : "unknown");
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Debug, "Slack: an event of kind {Kind} is of no use here.")]
    private static partial void LogIgnored(ILogger log, string kind);
}
