namespace ChatCoachBot.Teams;

/// <summary>How Teams' people and channels are named in the coach's tables. Their ids are opaque: nothing is read out of them.</summary>
/// <param name="Tenant">The tenant's id; empty in a playground that has none.</param>
/// <param name="Id">The id of the person (29:…), or of the channel's or group's conversation without the message that a thread hangs on.</param>
internal readonly record struct TeamsAddress(string Tenant, string Id)
{
    /// <summary>What stands between a channel's id and that of the message whose thread it is.</summary>
    private const string ThreadMark = ";messageid=";

    public static TeamsAddress Parse(string address)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        return new TeamsAddress(address[..Math.Max(slash, 0)], address[(slash + 1)..]);
    }

    public override string ToString() => $"{Tenant}/{Id}";

    /// <summary>The channel's id, and the message whose thread it is, if any.</summary>
    public static (string Channel, string? Thread) Split(string conversationId)
    {
        var mark = conversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
        var thread = mark < 0 ? "" : conversationId[(mark + ThreadMark.Length)..];
        return (mark < 0 ? conversationId : conversationId[..mark], thread.Length == 0 ? null : thread);
    }

    public static string InThread(string channel, string? thread) => string.IsNullOrEmpty(thread) ? channel : channel + ThreadMark + thread;
}
