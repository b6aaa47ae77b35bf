namespace ChatCoachBot.Web;

/// <summary>The settings under <c>Web</c>.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    public bool Enabled { get; set; } = true;

    /// <summary>How many messages one visitor may send in a minute.</summary>
    public int MessagesPerMinute { get; set; } = 120;

    /// <summary>How many times one link with a secret may be opened in a minute.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>How many pages one visitor may have open. Browsers make six connections to a host; the pages must leave one for what they send.</summary>
    public int PagesPerVisitor { get; set; } = 4;
}
