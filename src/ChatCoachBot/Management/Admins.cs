namespace ChatCoachBot.Management;

/// <summary>
/// Who looks after the coach: the people that the setting <c>Admins</c> names by the platform's id, alone ("U0123456789") or with the
/// workspace before it ("T0123456789/U0123456789"), or a whole platform by its name: "web" and "terminal" are whoever sits at this machine. Where many workspaces have the app, only the long form tells people apart.
/// </summary>
public sealed class Admins(IConfiguration configuration)
{
    private const string Setting = "Admins";

    private readonly HashSet<string> _ids = new(Read(configuration.GetSection(Setting)), StringComparer.Ordinal);

    /// <summary>Whether ids without a workspace count: not where anybody may bring a workspace of their own.</summary>
    public bool ShortIdsCount { get; init; } = string.IsNullOrEmpty(configuration["Slack:ClientId"]);

    public bool Include(string platform, string workspace, string person) =>
        _ids.Contains(platform) || (ShortIdsCount && _ids.Contains(person)) || _ids.Contains($"{workspace}/{person}") || _ids.Contains($"{platform}:{workspace}/{person}");

    /// <summary>Written as one text with commas, or as a list.</summary>
    private static string[] Read(IConfigurationSection setting) =>
        (setting.Value ?? string.Join(',', setting.GetChildren().Select(id => id.Value))).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
