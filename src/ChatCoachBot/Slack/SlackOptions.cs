namespace ChatCoachBot.Slack;

/// <summary>The settings under <c>Slack</c>.</summary>
internal sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>The bot token (xoxb-…) of the one workspace that is served.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>What Slack signs its requests with.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The app-level token (xapp-…): when it is set, messages come through a socket and the host needs no public address.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>For many workspaces: who the app is when somebody installs it.</summary>
    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Who may decide on a channel's practice.</summary>
    public ChannelManagers ChannelsManagedBy { get; set; } = ChannelManagers.Members;

    /// <summary>Messages a second in one conversation. Slack allows about one.</summary>
    public int MessagesPerSecond { get; set; } = 1;

    /// <summary>Messages that may follow each other at once after a silence.</summary>
    public int MessagesAtOnce { get; set; } = 1;

    /// <summary>Daily prompts a minute in one workspace.</summary>
    public int PromptsPerMinute { get; set; } = 300;

    /// <summary>How often a socket is asked whether it is still there; when it does not answer for as long again, a new one is opened.</summary>
    public TimeSpan SocketPing { get; set; } = TimeSpan.FromSeconds(10);

    public bool IsOn => BotToken.Length + SigningSecret.Length + AppToken.Length + ClientId.Length + ClientSecret.Length > 0;

    public bool HasSocket => AppToken.Length > 0;

    /// <summary>Whether whoever likes may install the app in a workspace of theirs.</summary>
    public bool ServesMany => ClientId.Length > 0;

    public Uri Api => new(ApiUrl.EndsWith('/') ? ApiUrl : ApiUrl + "/");

    /// <exception cref="StartupException">Something is missing or cannot be: one line that says what to do.</exception>
    public static SlackOptions Of(IConfiguration configuration)
    {
        try
        {
            var options = configuration.GetSection(Section).Get<SlackOptions>() ?? new SlackOptions();
            return options.Problem(configuration) is { } problem ? throw new StartupException(problem) : options;
        }
        catch (InvalidOperationException unreadable)
        {
            throw new StartupException($"A setting under {Section} cannot be read: {unreadable.InnerException?.Message ?? unreadable.Message}", unreadable);
        }
    }

    private string? Problem(IConfiguration configuration) => this switch
    {
        { IsOn: false } => null,
        { BotToken: "", ClientId: "" } => "Slack is half configured: set Slack:BotToken, or Slack:ClientId and Slack:ClientSecret for many workspaces.",
        { BotToken.Length: > 0, ClientId.Length: > 0 } => "Set either Slack:BotToken for one workspace or Slack:ClientId for many, not both.",
        { ClientId.Length: > 0, ClientSecret: "" } => "Slack is half configured: Slack:ClientId needs Slack:ClientSecret.",
        { ClientId: "", ClientSecret.Length: > 0 } => "Slack is half configured: Slack:ClientSecret needs Slack:ClientId.",
        { SigningSecret: "", AppToken: "" } => "Slack is half configured: set Slack:SigningSecret to receive over HTTP, or Slack:AppToken to receive through a socket.",
        { SigningSecret: "", ClientId.Length: > 0 } => "Slack is half configured: many workspaces need Slack:SigningSecret.",
        { BotToken.Length: > 0 } when !BotToken.StartsWith("xox", StringComparison.Ordinal) => "Slack:BotToken is no bot token: it begins with xoxb-.",
        { AppToken.Length: > 0 } when !AppToken.StartsWith("xapp-", StringComparison.Ordinal) => "Slack:AppToken is no app-level token: it begins with xapp-.",
        { ClientId.Length: > 0 } when !IsAddress(configuration["PublicUrl"]) => "Many Slack workspaces need PublicUrl: the address, with https://, at which this host is reached from outside.",
        _ when !IsAddress(ApiUrl) => "Slack:ApiUrl is no address with https:// (or http:// on this machine).",
        { MessagesPerSecond: < 1 or > 100 } => "Slack:MessagesPerSecond must be from 1 to 100.",
        { MessagesAtOnce: < 1 or > 1000 } => "Slack:MessagesAtOnce must be from 1 to 1000.",
        { PromptsPerMinute: < 1 or > 10_000 } => "Slack:PromptsPerMinute must be from 1 to 10000.",
        _ when SocketPing < TimeSpan.FromMilliseconds(50) || SocketPing > TimeSpan.FromMinutes(5) => "Slack:SocketPing must be from 00:00:00.050 to 00:05:00.",
        _ => null,
    };

    /// <summary>Tokens go over the wire in the clear only on this machine.</summary>
    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

/// <summary>Who may switch a channel's practice on and off.</summary>
internal enum ChannelManagers
{
    /// <summary>Everybody who is in the channel.</summary>
    Members,

    /// <summary>Who made the channel, and the workspace's admins and owners.</summary>
    CreatorsAndAdmins,
}
