namespace ChatCoachBot;

/// <summary>What a host does; both unless told otherwise.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>Serves pages and platforms, and stores what they deliver.</summary>
    Receive = 1,

    /// <summary>Handles what was stored, sends replies and daily prompts, and cleans up.</summary>
    Work = 2,
}

internal static class RoleOptions
{
    private const string Setting = "Host:Roles";

    /// <exception cref="StartupException">The setting names something else.</exception>
    public static Roles RolesOf(IConfiguration configuration) => TextOf(configuration.GetSection(Setting)) switch
    {
        "" => Roles.Receive | Roles.Work,
        var text when !text.Any(char.IsDigit) && Enum.TryParse<Roles>(text, ignoreCase: true, out var roles) && roles != Roles.None => roles,
        var text => throw new StartupException($"{Setting} is \"{text}\": write {Roles.Receive}, {Roles.Work} or \"{Roles.Receive | Roles.Work}\"."),
    };

    /// <summary>Written as one text, or as a list.</summary>
    private static string TextOf(IConfigurationSection setting) => setting.Value ?? string.Join(", ", setting.GetChildren().Select(role => role.Value));
}
