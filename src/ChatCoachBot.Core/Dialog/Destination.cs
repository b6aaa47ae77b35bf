namespace ChatCoachBot.Core.Dialog;

/// <summary>How a reply goes out when it is no plain post in its conversation.</summary>
public sealed record Destination
{
    public DestinationKind Kind { get; init; }

    /// <summary>The channel it goes to, when that is not the conversation's own.</summary>
    public string? Channel { get; init; }

    /// <summary>The message in whose thread it belongs, or which it marks.</summary>
    public string? Message { get; init; }

    /// <summary>A way to the one person that the platform gave along.</summary>
    public string? ReplyUrl { get; init; }

    /// <summary>The round that this message opens in a channel: its members answer in the message's thread.</summary>
    public Guid? Round { get; init; }
}

/// <summary>What can go out. The values are stored: they must not change.</summary>
public enum DestinationKind
{
    /// <summary>A message for all who are in the conversation.</summary>
    Post = 0,

    /// <summary>A message in a channel that one person alone can see, who has the conversation.</summary>
    ForOnePerson = 1,

    /// <summary>A mark on somebody's message: it passed.</summary>
    Reaction = 2,

    /// <summary>The person's home page, with the reply as a notice on it.</summary>
    HomePage = 3,
}
