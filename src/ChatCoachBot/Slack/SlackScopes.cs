namespace ChatCoachBot.Slack;

/// <summary>What the bot token must be allowed to do, and what for; the manifests ask for the same.</summary>
internal static class SlackScopes
{
    public static readonly IReadOnlyList<(string Name, string Why)> Needed =
    [
        ("app_mentions:read", "to answer who calls the coach in a channel"),
        ("channels:history", "to read answers in the threads of its exercises in public channels, and to find a message whose sending ended in the dark"),
        ("channels:join", "to enter a public channel when a member switches practice on"),
        ("channels:read", "to see whether it is in a channel, and who made it"),
        ("chat:write", "to say anything at all"),
        ("commands", "for /coach"),
        ("files:write", "to show pictures, which need no public address that way"),
        ("groups:history", "the same as channels:history in private channels it was invited to"),
        ("groups:read", "the same as channels:read in private channels it was invited to"),
        ("im:history", "to read what is said to it in direct messages"),
        ("im:write", "to open a direct conversation"),
        ("reactions:read", "to answer a reaction in direct messages"),
        ("reactions:write", "to mark an answer in a thread that passed"),
        ("usergroups:read", "to invite a whole group"),
        ("users:read", "for a person’s time zone, and whether they are an admin"),
    ];
}
