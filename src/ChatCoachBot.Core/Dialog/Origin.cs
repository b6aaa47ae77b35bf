namespace ChatCoachBot.Core.Dialog;

/// <summary>Where something was said, as far as it decides what is meant and where the reply goes. What is said in the conversation itself needs none of it.</summary>
public sealed record Origin
{
    /// <summary>The platform's name of the message, so that an edit of it is known again.</summary>
    public string? MessageId { get; init; }

    /// <summary>What the platform calls the person, where a mark stands by itself and has to say whose answer it is for.</summary>
    public string? Speaker { get; init; }

    /// <summary>The channel, when it was not said in the conversation itself.</summary>
    public string? Channel { get; init; }

    /// <summary>The message whose thread it was said in.</summary>
    public string? Thread { get; init; }

    /// <summary>A way to answer the person alone, where the platform gave one along.</summary>
    public string? ReplyUrl { get; init; }

    /// <summary>The version of the exercise that it answers, when a button or a form said so.</summary>
    public long? Exercise { get; init; }

    /// <summary>The round of a channel that it answers.</summary>
    public Guid? Round { get; init; }

    /// <summary>Said in a form that shows the reply itself.</summary>
    public bool InForm { get; init; }

    /// <summary>Said before others, where nothing can be shown to one person alone: what is for that person goes to their own chat.</summary>
    public bool BeforeOthers { get; init; }

    /// <summary>Said by a control of the person's home page, which is the place to answer it.</summary>
    public bool OnHomePage { get; init; }

    /// <summary>Whether the person may decide on the channel's practice; not unless the platform has made sure.</summary>
    public bool MayManage { get; init; }
}
