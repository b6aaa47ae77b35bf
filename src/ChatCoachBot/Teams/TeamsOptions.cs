namespace ChatCoachBot.Teams;

/// <summary>The settings under <c>Teams</c>.</summary>
internal sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>What stands in place of an id for the host's own managed identity.</summary>
    public const string SystemIdentity = "system";

    /// <summary>The id of the bot's app registration, a GUID.</summary>
    public string AppId { get; set; } = "";

    /// <summary>A client secret of the registration; empty where the host has a managed identity.</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>The tenant that the registration is in, a GUID.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Takes messages without a token, for a playground on this machine. Never on a network.</summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>The client id of a user-assigned managed identity, or <c>system</c> for the host's own; empty where a secret is used.</summary>
    public string ManagedIdentity { get; set; } = "";

    public TeamsCloud Cloud { get; set; } = TeamsCloud.Public;

    /// <summary>The tenants whose people are served; the bot's own when none is named.</summary>
    public IList<string> Tenants { get; } = [];

    /// <summary>Messages an hour in one conversation. Teams allows 1,800.</summary>
    public int MessagesPerHour { get; set; } = 1800;

    /// <summary>Messages that may follow each other at once in one conversation. Teams allows seven in a second.</summary>
    public int MessagesAtOnce { get; set; } = 7;

    /// <summary>Messages a second in one tenant. Teams allows 50.</summary>
    public int MessagesPerSecond { get; set; } = 50;

    public bool IsOn => AllowAnonymous || AppId.Length + AppPassword.Length + TenantId.Length + ManagedIdentity.Length > 0;

    /// <summary>Whether people of a tenant are served.</summary>
    public bool Serves(string tenant) => AllowAnonymous || Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase) || (Tenants.Count == 0 && tenant.Equals(TenantId, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="StartupException">Something is missing or cannot be: one line that says what to do.</exception>
    public static TeamsOptions Of(IConfiguration configuration)
    {
        // A number is read as a name too, and so are several with commas.
        if (configuration[$"{Section}:{nameof(Cloud)}"] is { } cloud && !Enum.GetNames<TeamsCloud>().Contains(cloud, StringComparer.OrdinalIgnoreCase))
        {
            throw new StartupException($"Teams:Cloud is “{cloud}”: it must be one of {string.Join(", ", Enum.GetNames<TeamsCloud>())}.");
        }

        try
        {
            var options = configuration.GetSection(Section).Get<TeamsOptions>() ?? new TeamsOptions();
            options.Normalise();
            return options.Problem() is { } problem ? throw new StartupException(problem) : options;
        }
        catch (InvalidOperationException unreadable)
        {
            // It names the setting and what stands there, which is a number, a switch or a name: secrets are texts, and those can always be read.
            throw new StartupException($"A setting under {Section} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>People copy ids from many places: here they get the spelling in which they are compared. What is none stays as it is, and is refused.</summary>
    private void Normalise()
    {
        (AppId, TenantId, ManagedIdentity, AppPassword) = (Id(AppId), Id(TenantId), Id(ManagedIdentity), AppPassword.Trim());
        for (var i = 0; i < Tenants.Count; i++)
        {
            Tenants[i] = Id(Tenants[i]);
        }

        if (ManagedIdentity.Equals(SystemIdentity, StringComparison.OrdinalIgnoreCase))
        {
            ManagedIdentity = SystemIdentity;
        }

        static string Id(string text) => MicrosoftId.Read(text) ?? text.Trim();
    }

    private string? Problem() => this switch
    {
        { IsOn: false } => null,
        { AllowAnonymous: true, AppId.Length: > 0 } or { AllowAnonymous: true, AppPassword.Length: > 0 } or { AllowAnonymous: true, ManagedIdentity.Length: > 0 } =>
            "Teams:AllowAnonymous is for a playground on this machine: leave Teams:AppId and its secrets out, or switch it off.",
        { AllowAnonymous: true } => null,
        { AppId: "" } => "Teams is half configured: set Teams:AppId, the id of the bot’s app registration.",
        _ when MicrosoftId.Read(AppId) is null => "Teams:AppId is no app id: it is a GUID, as the app registration shows it.",
        { TenantId: "" } => "Teams is half configured: set Teams:TenantId, the tenant that the app registration is in.",
        // Tokens could be had under a domain's name too, but Teams names its tenants by their ids.
        _ when MicrosoftId.Read(TenantId) is null => "Teams:TenantId is no tenant id: it is a GUID, as the app registration shows it, not a name such as contoso.onmicrosoft.com.",
        { AppPassword: "", ManagedIdentity: "" } => "Teams is half configured: set Teams:AppPassword, a client secret, or Teams:ManagedIdentity.",
        { AppPassword.Length: > 0, ManagedIdentity.Length: > 0 } => "Set either Teams:AppPassword or Teams:ManagedIdentity, not both.",
        _ when ManagedIdentity is not ("" or SystemIdentity) && MicrosoftId.Read(ManagedIdentity) is null =>
            "Teams:ManagedIdentity is neither system, for the host’s own identity, nor the client id of another one: that is a GUID.",
        _ when Tenants.FirstOrDefault(tenant => MicrosoftId.Read(tenant) is null) is { } name => $"Teams:Tenants holds “{name}”, which is no tenant id: they are GUIDs.",
        { MessagesPerHour: < 1 or > 100_000 } => "Teams:MessagesPerHour must be from 1 to 100000.",
        { MessagesAtOnce: < 1 or > 1000 } => "Teams:MessagesAtOnce must be from 1 to 1000.",
        { MessagesPerSecond: < 1 or > 1000 } => "Teams:MessagesPerSecond must be from 1 to 1000.",
        _ => null,
    };
}

/// <summary>Which of Microsoft's clouds the bot is registered in. GCC is part of the public one.</summary>
internal enum TeamsCloud
{
    Public,

    /// <summary>GCC High and DoD.</summary>
    UsGovernment,
}
