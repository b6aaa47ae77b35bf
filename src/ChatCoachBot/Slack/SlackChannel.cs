using System.Globalization;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Outbox;
using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Home;
using ChatCoachBot.Slack.Installing;
using ChatCoachBot.Slack.Rendering;

namespace ChatCoachBot.Slack;

/// <summary>Slack as the outbox sees it.</summary>
internal sealed class SlackChannel(SlackApi api, SlackTokens tokens, SlackInstallations installations, SlackPictures pictures, SlackCharts charts, HomePage home, SlackOptions options, TimeProvider time) : IChannel
{
    public const string Name = "slack";

    private const string PassMark = "white_check_mark";
    private const string MetadataType = "coach_message";

    /// <summary>How far back a message is looked for, besides what was said since.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(10);

    /// <summary>A response_url lives for 30 minutes.</summary>
    private static readonly TimeSpan ReplyUrlLife = TimeSpan.FromMinutes(28);

    /// <summary>A network that is down is down for every message: nobody is tried meanwhile.</summary>
    private static readonly TimeSpan WhenUnreachable = TimeSpan.FromSeconds(10);

    public string Platform => Name;

    public bool KeepsUnread => false;

    public SendLimits Limits { get; } = new()
    {
        PerConversation = new RateLimit(options.MessagesPerSecond, TimeSpan.FromSeconds(1), options.MessagesAtOnce),
        PromptsPerWorkspace = new RateLimit(options.PromptsPerMinute, TimeSpan.FromMinutes(1)),
    };

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(message.Workspace, cancellationToken) is not { } token)
        {
            return new SendResult.Refused(SlackErrors.NoToken, IsGone: true);
        }

        if (ReplyJson.TryParse(message.Body) is not { } reply)
        {
            return new SendResult.Refused("The message cannot be read any more.");
        }

        return message.Destination?.Kind switch
        {
            DestinationKind.ForOnePerson => await SendToOneAsync(message, message.Destination, token, reply, cancellationToken),
            DestinationKind.Reaction => await ReactAsync(message.Destination, token, cancellationToken),
            DestinationKind.HomePage => Result(await home.PublishAsync(SlackAddress.Parse(message.Address), token, reply, cancellationToken)),
            _ => await PostAsync(message, token, reply, cancellationToken),
        };
    }

    /// <summary>A message for one person alone vanishes, and a mark or a home page may be set twice: only a post is looked for.</summary>
    public async Task<Arrival?> ArrivedAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.Destination is not (null or { Kind: DestinationKind.Post })
            || await tokens.FindAsync(message.Workspace, cancellationToken) is not { } token
            || ReplyJson.TryParse(message.Body) is not { } reply)
        {
            return null;
        }

        if (await ArrivedPartsAsync(message, token, cancellationToken) is not { } arrived)
        {
            return null;
        }

        // A chart that Slack took as a picture leaves less in the message than its bars would have.
        var parts = arrived.Of ?? MessageParts.Of(ReplyBlocks.Of(reply)).Count;
        return new Arrival(arrived.Names.Count >= parts, arrived.Names.GetValueOrDefault(PartId(message, 0)));
    }

    private async Task<SendResult> PostAsync(OutboxMessage message, string token, Reply reply, CancellationToken cancellationToken)
    {
        var uploaded = await charts.UploadAsync(reply, token, cancellationToken);
        var parts = MessageParts.Of(ReplyBlocks.Of(SlackCharts.Before(uploaded, reply)));
        var channel = SlackAddress.Parse(message.Destination?.Channel ?? message.Address).Id;
        // Of a message in parts some may be there already.
        var arrived = parts.Count > 1 && message.UnknownAt is not null ? (await ArrivedPartsAsync(message, token, cancellationToken))?.Names ?? [] : [];
        var name = arrived.GetValueOrDefault(PartId(message, 0));
        string? shownIn = null;
        foreach (var (index, part) in parts.Index().Where(part => !arrived.ContainsKey(PartId(message, part.Index))))
        {
            var post = new SlackMessage(channel, index == 0 ? PlainText.Of(reply) : "…", part)
            {
                ThreadTs = message.Destination?.Message,
                Metadata = new MessageMetadata(MetadataType, new MessagePayload(PartId(message, index), parts.Count)),
            };
            var response = await api.SayAsync("chat.postMessage", token, post, SlackJson.Default.SlackMessage, cancellationToken);
            if (!response.IsOk)
            {
                return await RefusedAsync(message, response, cancellationToken);
            }

            name ??= response.Text("ts");
            shownIn ??= response.Text("channel");
        }

        if (shownIn is not null)
        {
            await pictures.ShowAsync(reply, shownIn, message.Destination?.Message, token, cancellationToken);
            await charts.ShowAsync(uploaded, shownIn, message.Destination?.Message, token, cancellationToken);
        }

        return new SendResult.Sent(name);
    }

    /// <summary>By the way the platform gave along, else as a message that only that person sees, else in the person's own conversation.</summary>
    private async Task<SendResult> SendToOneAsync(OutboxMessage message, Destination destination, string token, Reply reply, CancellationToken cancellationToken)
    {
        var blocks = ReplyBlocks.Of(reply).Take(BlockKit.MostBlocks).ToList();
        var text = PlainText.Of(reply);
        if (api.Trusted(destination.ReplyUrl) is { } replyUrl && time.GetUtcNow() - message.CreatedAt < ReplyUrlLife)
        {
            var body = new SlackResponseMessage(text, blocks) { ThreadTs = destination.Message };
            if (await api.SayToAsync(replyUrl, body, SlackJson.Default.SlackResponseMessage, cancellationToken) is var answer && (answer.IsOk || SlackErrors.IsForNow(answer.Error!)))
            {
                return Result(answer);
            }
        }

        var ephemeral = new SlackMessage(SlackAddress.Parse(destination.Channel ?? message.Address).Id, text, blocks)
        {
            User = SlackAddress.Parse(message.Address).Id,
            ThreadTs = destination.Message,
        };
        var response = await api.SayAsync("chat.postEphemeral", token, ephemeral, SlackJson.Default.SlackMessage, cancellationToken);
        return response.IsOk || SlackErrors.IsForNow(response.Error!)
            ? Result(response)
            : Result(await api.SayAsync("chat.postMessage", token, ephemeral with { Channel = ephemeral.User, User = null, ThreadTs = null }, SlackJson.Default.SlackMessage, cancellationToken));
    }

    private async Task<SendResult> ReactAsync(Destination destination, string token, CancellationToken cancellationToken)
    {
        var reaction = new SlackReaction(SlackAddress.Parse(destination.Channel ?? "").Id, destination.Message ?? "", PassMark);
        var response = await api.SayAsync("reactions.add", token, reaction, SlackJson.Default.SlackReaction, cancellationToken);
        return response.Error == "already_reacted" ? new SendResult.Sent() : Result(response);
    }

    /// <returns>Null where Slack cannot be asked.</returns>
    private async Task<ArrivedParts?> ArrivedPartsAsync(OutboxMessage message, string token, CancellationToken cancellationToken)
    {
        if (await ChannelAsync(message, token, cancellationToken) is not { } channel)
        {
            return null;
        }

        var thread = message.Destination?.Message;
        var history = await api.AskAsync(
            thread is null ? "conversations.history" : "conversations.replies",
            token,
            cancellationToken,
            ("channel", channel),
            ("ts", thread),
            ("oldest", (message.CreatedAt - LookBack).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("include_all_metadata", "true"),
            ("limit", "50"));
        if (!history.IsOk)
        {
            return SlackErrors.IsForNow(history.Error!) ? throw new SlackUnclearException($"Slack cannot be asked now: {history.Error}.") : null;
        }

        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        int? of = null;
        foreach (var item in history.List("messages").Select(item => new SlackResponse(null, item)))
        {
            if (item.Text("metadata", "event_payload", "id") is { } id && id.StartsWith(PartId(message, 0)[..^1], StringComparison.Ordinal))
            {
                names[id] = item.Text("ts");
                of ??= item.Number("metadata", "event_payload", "parts");
            }
        }

        return new ArrivedParts(names, of);
    }

    /// <summary>A person's conversation has an id of its own, by which it can be read.</summary>
    private async Task<string?> ChannelAsync(OutboxMessage message, string token, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Parse(message.Destination?.Channel ?? message.Address).Id;
        return address is ['U' or 'W', ..]
            ? (await api.AskAsync("conversations.open", token, cancellationToken, ("users", address))).Text("channel", "id")
            : address;
    }

    /// <summary>Ids begin anew in another database: the moment tells them apart.</summary>
    private static string PartId(OutboxMessage message, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{message.CreatedAt.UtcTicks:x}.{part}");

    private async Task<SendResult> RefusedAsync(OutboxMessage message, SlackResponse response, CancellationToken cancellationToken)
    {
        var result = Result(response, ofConversation: true);
        if (SlackErrors.IsWorkspaceGone(response.Error!))
        {
            await installations.EndAsync(message.Workspace, response.Error!, time.GetUtcNow(), cancellationToken);
        }

        return result;
    }

    /// <param name="ofConversation">Whether what Slack refuses says something of the conversation, not only of this message.</param>
    private static SendResult Result(SlackResponse response, bool ofConversation = false) => response.Error switch
    {
        null => new SendResult.Sent(),
        var error when SlackErrors.IsForNow(error) => new SendResult.NotNow(response.RetryAfter ?? (error == SlackApi.Unreachable ? WhenUnreachable : null)),
        var error when SlackErrors.IsUnclear(error) => throw new SlackUnclearException($"Slack answered {error}."),
        var error => new SendResult.Refused(error, ofConversation && SlackErrors.IsGone(error)),
    };

    /// <summary>The parts of a message that are there.</summary>
    /// <param name="Names">What Slack calls each.</param>
    /// <param name="Of">How many it was posted as; null when none is there, or when an earlier version posted them.</param>
    private sealed record ArrivedParts(Dictionary<string, string?> Names, int? Of);
}
