using ChatCoachBot.Charts;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Teams.References;
using ChatCoachBot.Teams.Rendering;
using ChatCoachBot.Teams.Sending;

namespace ChatCoachBot.Teams;

/// <summary>Teams as the outbox sees it.</summary>
internal sealed class TeamsChannel(Connector connector, TeamsReferences references, SentParts parts, ChartLinks charts, TeamsOptions options) : IChannel
{
    public const string Name = "teams";

    private const string NotThere = "The app is not installed there.";
    private const string NotServed = "The tenant is not served here.";

    public string Platform => Name;

    public bool KeepsUnread => false;

    public SendLimits Limits { get; } = new()
    {
        PerConversation = new RateLimit(options.MessagesPerHour, TimeSpan.FromHours(1), options.MessagesAtOnce),
        PerWorkspace = new RateLimit(options.MessagesPerSecond, TimeSpan.FromSeconds(1), options.MessagesPerSecond),
    };

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (ReplyJson.TryParse(message.Body) is not { } reply)
        {
            return new SendResult.Refused("The message cannot be read any more.");
        }

        return message.Destination switch
        {
            { Kind: DestinationKind.ForOnePerson, Channel: { } channel } destination => await SendToOneAsync(message, channel, destination.Message, reply, cancellationToken),
            { Kind: DestinationKind.Reaction, Channel: { } channel } destination => await MarkAsync(channel, destination.Message, reply, cancellationToken),
            var destination => await PostAsync(message.Id, destination?.Channel ?? message.Address, destination?.Message, reply, cancellationToken),
        };
    }

    public Task ForgetAsync(CoachDb db, string address, CancellationToken cancellationToken) => references.ForgetAsync(db, address, cancellationToken);

    private async Task<SendResult> PostAsync(long message, string address, string? thread, Reply reply, CancellationToken cancellationToken)
    {
        if (await ReachAsync(address, cancellationToken) is var (reference, problem) && reference is null)
        {
            return problem!;
        }

        var conversation = Place(reference!, thread);
        var cards = CardParts.Of(reply, charts.To).ToList();
        var (sent, first) = parts.Of(message);
        foreach (var card in cards.Skip(sent))
        {
            var answer = await connector.SayAsync(reference.ServiceUrl, conversation, Message(reference, conversation) with
            {
                Summary = Summary.Of(reply),
                Attachments = [new OutgoingAttachment(card)],
            }, cancellationToken);
            if (!answer.IsOk)
            {
                return await ResultAsync(answer, reference, conversation, cancellationToken);
            }

            first ??= answer.Id;
            if (++sent < cards.Count)
            {
                parts.Note(message, sent, first);
            }
        }

        parts.Forget(message);
        return new SendResult.Sent(first);
    }

    /// <summary>Nothing in a channel is for one person alone, so it goes to their own chat; who has none is told where to find it.</summary>
    private async Task<SendResult> SendToOneAsync(OutboxMessage message, string channel, string? thread, Reply reply, CancellationToken cancellationToken)
    {
        var result = await PostAsync(message.Id, message.Address, null, reply, cancellationToken);
        if (result is not SendResult.Refused { IsGone: true })
        {
            return result;
        }

        // That is another message, of which nothing was sent.
        parts.Forget(message.Id);
        return await PostAsync(message.Id, channel, thread, Reply.Saying(Texts.OpenOurChat), cancellationToken);
    }

    private async Task<SendResult> MarkAsync(string channel, string? thread, Reply reply, CancellationToken cancellationToken)
    {
        if (await ReachAsync(channel, cancellationToken) is var (reference, problem) && reference is null)
        {
            return problem!;
        }

        var conversation = Place(reference!, thread);
        var answer = await connector.SayAsync(reference.ServiceUrl, conversation, Message(reference, conversation) with { Text = $"✓ {Summary.Of(reply)}", TextFormat = "plain" }, cancellationToken);
        return answer.IsOk ? new SendResult.Sent(answer.Id) : await ResultAsync(answer, reference, conversation, cancellationToken);
    }

    /// <summary>The reference of an address, with a conversation: of a person met in a channel it is opened now.</summary>
    private async Task<(TeamsReference? Reference, SendResult? Problem)> ReachAsync(string address, CancellationToken cancellationToken)
    {
        if (await references.FindAsync(address, cancellationToken) is not { EndedAt: null } reference)
        {
            return (null, new SendResult.Refused(NotThere, IsGone: true));
        }

        // What was stored may be older than the list of tenants. Who is served again later goes on where they were.
        if (!options.Serves(reference.Tenant))
        {
            return (null, new SendResult.Refused(NotServed));
        }

        if (reference.ConversationId is not null)
        {
            return (reference, null);
        }

        var tenant = reference.Tenant.Length == 0 ? null : reference.Tenant;
        var opened = await connector.OpenAsync(
            reference.ServiceUrl,
            new NewConversation(new ConnectorAccount(reference.BotId), [new ConnectorAccount(reference.UserId!)], tenant, tenant is null ? null : new NewConversationData(new ConnectorAccount(tenant))),
            cancellationToken);
        if (opened is not { IsOk: true, Id: { } conversation })
        {
            return (null, opened.IsOk ? new SendResult.NotNow() : await ResultAsync(opened, reference, null, cancellationToken));
        }

        await references.OpenedAsync(address, conversation, cancellationToken);
        reference.ConversationId = conversation;
        return (reference, null);
    }

    /// <param name="conversation">Where it was said; null when that could not be opened.</param>
    private async Task<SendResult> ResultAsync(ConnectorAnswer answer, TeamsReference reference, string? conversation, CancellationToken cancellationToken)
    {
        if (answer.IsForNow)
        {
            // Only Teams' own limit holds for a whole tenant. A serviceUrl that cannot be reached, or does not take the token, is one among
            // several: what goes there waits longer each time and is given up in the end, and the others' messages go on.
            return new SendResult.NotNow(answer.Status == 429 ? answer.RetryAfter : null);
        }

        // A thread whose first message was deleted says nothing of its channel.
        var isGone = answer.IsGone && !(answer.Status == 404 && conversation is not null && conversation != reference.ConversationId);
        if (isGone && conversation is not null)
        {
            await references.EndAsync(reference.Address, cancellationToken);
        }

        return new SendResult.Refused(answer.Code!, isGone);
    }

    private static string Place(TeamsReference reference, string? thread) => TeamsAddress.InThread(reference.ConversationId!, reference.HasThreads ? thread : null);

    private static OutgoingActivity Message(TeamsReference reference, string conversation) => new("message")
    {
        From = new ConnectorAccount(reference.BotId),
        Recipient = reference.UserId is { } user ? new ConnectorAccount(user) : null,
        Conversation = new ConnectorConversation(conversation),
    };
}
