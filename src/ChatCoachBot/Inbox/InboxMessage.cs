using ChatCoachBot.Core.Dialog;

namespace ChatCoachBot.Inbox;

/// <summary>Something that came from a platform, kept before it is acknowledged.</summary>
public sealed class InboxMessage
{
    public long Id { get; init; }

    public required string Platform { get; init; }

    /// <summary>The platform's name of the workspace or tenant; empty where there is only one.</summary>
    public string Workspace { get; init; } = "";

    /// <summary>The platform's own id of the event; a repeat of it changes nothing.</summary>
    public required string EventId { get; init; }

    /// <summary>The platform's name of the conversation.</summary>
    public required string Address { get; init; }

    /// <summary>The platform's id of the person.</summary>
    public required string Sender { get; init; }

    public required InboxKind Kind { get; init; }

    /// <summary>What was said; emptied some time after it was handled.</summary>
    public required string Text { get; init; }

    /// <summary>Where it was said; null when that is the conversation itself.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The IANA zone the platform knows for the person.</summary>
    public string? TimeZone { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>How often handling it failed.</summary>
    public int Failures { get; set; }

    /// <summary>It is not tried again before this.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }

    /// <summary>The kind of the last fault, for whoever runs the host; never its words, which could quote the learner.</summary>
    public string? LastFault { get; set; }
}

/// <summary>The values are stored: they must not change.</summary>
public enum InboxKind
{
    /// <summary>A person said something, by typing or by a button.</summary>
    Said = 0,

    /// <summary>A person opened the conversation for the first time.</summary>
    Opened = 1,

    /// <summary>A person wrote an earlier message anew.</summary>
    Edited = 2,

    /// <summary>A person put an emoji on something the coach said.</summary>
    Reacted = 3,

    /// <summary>A person sent a file without words.</summary>
    SentFile = 4,

    /// <summary>Somebody else asked the coach to invite a person.</summary>
    Invited = 5,
}
