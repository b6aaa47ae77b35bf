namespace ChatCoachBot.Slack;

/// <summary>How Slack's people and channels are named in the coach's tables: their ids are unique within a workspace only.</summary>
/// <param name="Workspace">The id of the workspace, or of the enterprise where the app is installed for all of it.</param>
/// <param name="Id">The id of the person (U…, W…) or of the channel (C…, G…).</param>
internal readonly record struct SlackAddress(string Workspace, string Id)
{
    public static SlackAddress Parse(string address)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        return new SlackAddress(address[..Math.Max(slash, 0)], address[(slash + 1)..]);
    }

    public override string ToString() => $"{Workspace}/{Id}";

    /// <summary>A direct conversation's id begins with D.</summary>
    public static bool IsDirect(string? channel) => channel is ['D', ..];
}
