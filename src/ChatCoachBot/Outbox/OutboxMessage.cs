using System.Text.Json;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Inbox;

namespace ChatCoachBot.Outbox;

/// <summary>Something the coach decided to say, kept until its channel has sent it.</summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    public required Guid ConversationId { get; init; }

    public required string Platform { get; init; }

    public required string Address { get; init; }

    public required OutboxKind Kind { get; init; }

    /// <summary>The reply as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>The inbox message it answers; null for what the coach says of itself.</summary>
    public long? InReplyTo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>It is of no use after this; null when it always is.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public int Failures { get; set; }

    /// <summary>It is not tried again before this.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>When it was given up or expired.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    public static OutboxMessage Of(Reply reply, Conversation conversation, OutboxKind kind, long? inReplyTo, DateTimeOffset at, DateTimeOffset? expiresAt = null) => new()
    {
        ConversationId = conversation.Id,
        Platform = conversation.Platform,
        Address = conversation.Address,
        Kind = kind,
        Body = JsonSerializer.Serialize(reply, ReplyJson.Default.Reply),
        InReplyTo = inReplyTo,
        CreatedAt = at,
        ExpiresAt = expiresAt,
    };

    /// <summary>The answer to a message whose conversation is known by its id alone.</summary>
    public static OutboxMessage Of(Reply reply, Guid conversationId, InboxMessage answered, DateTimeOffset at) => new()
    {
        ConversationId = conversationId,
        Platform = answered.Platform,
        Address = answered.Address,
        Kind = OutboxKind.Reply,
        Body = JsonSerializer.Serialize(reply, ReplyJson.Default.Reply),
        InReplyTo = answered.Id,
        CreatedAt = at,
    };
}

/// <summary>The values are stored: they must not change.</summary>
public enum OutboxKind
{
    Reply = 0,
    Prompt = 1,
}
