using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Outbox;

/// <summary>Something the coach decided to say, kept until its channel has sent it.</summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    /// <summary>Null for the last words to somebody who is forgotten: no conversation is left.</summary>
    public required Guid? ConversationId { get; init; }

    public required string Platform { get; init; }

    /// <summary>The platform's name of the workspace or tenant; empty where there is only one.</summary>
    public string Workspace { get; init; } = "";

    public required string Address { get; init; }

    public required OutboxKind Kind { get; init; }

    /// <summary>The reply as JSON; emptied some time after it was sent.</summary>
    public required string Body { get; init; }

    /// <summary>How it goes out; null for a plain post.</summary>
    public Destination? Destination { get; init; }

    /// <summary>The platform's name of where it will stand: a mark and a post in a thread stand in the channel, whoever they are about.</summary>
    public string GoesTo => Destination is { Kind: DestinationKind.Post or DestinationKind.Reaction, Channel: { } channel } ? channel : Address;

    /// <summary>The inbox message it answers; null for what the coach says of itself.</summary>
    public long? InReplyTo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>It is of no use after this; null when it always is.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public int Failures { get; set; }

    /// <summary>Since when its platform has not taken it.</summary>
    public DateTimeOffset? FirstFailedAt { get; set; }

    /// <summary>It is not tried again before this.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>When it was given up or expired.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    /// <summary>Why it was dropped, for whoever runs the host; holds no word of the message.</summary>
    public string? DropReason { get; set; }

    /// <summary>The host that is sending it.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>Until when that host may be thought alive.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>When it turned out that nobody knows whether it arrived: its host was killed while sending, or the platform fell silent.</summary>
    public DateTimeOffset? UnknownAt { get; set; }

    /// <summary>Why the platform takes nothing for the conversation any more; null while it does. Not stored here: it ends the conversation's schedule.</summary>
    public string? GoneBecause { get; set; }

    /// <summary>The platform's name of the message, once it has it. Not stored: who needs it keeps it.</summary>
    public string? MessageId { get; set; }

    public static OutboxMessage Of(
        Reply reply, Conversation conversation, OutboxKind kind, long? inReplyTo, DateTimeOffset at, DateTimeOffset? expiresAt = null, Destination? destination = null) =>
        new()
        {
            ConversationId = conversation.Id,
            Platform = conversation.Platform,
            Workspace = conversation.Workspace,
            Address = conversation.Address,
            Kind = kind,
            Body = ReplyJson.Write(reply),
            Destination = destination,
            InReplyTo = inReplyTo,
            CreatedAt = at,
            ExpiresAt = expiresAt,
        };
}

/// <summary>The values are stored: they must not change.</summary>
public enum OutboxKind
{
    Reply = 0,
    Prompt = 1,
}
