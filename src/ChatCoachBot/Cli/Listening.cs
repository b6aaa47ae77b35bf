using ChatCoachBot.Management;
using ChatCoachBot.Teams;

namespace ChatCoachBot.Cli;

/// <summary>Where the host listens.</summary>
internal static class Listening
{
    /// <returns>What <c>--urls</c> or its variables name, or the usual address.</returns>
    public static string[] Urls(IConfiguration configuration) =>
        configuration[WebHostDefaults.ServerUrlsKey] is { } urls && !string.IsNullOrWhiteSpace(urls) ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [LocalAddress.Usual];

    /// <summary>Where people go: the management address is not for them.</summary>
    public static IEnumerable<string> Addresses(WebApplication app)
    {
        var management = Management(app.Configuration);
        return app.Urls.Where(url => BindingAddress.Parse(url).Port != management.Port());
    }

    /// <summary>Before anything is touched: without tokens anybody on a network could speak as anybody.</summary>
    /// <exception cref="StartupException">It is told to listen beyond this machine, or an address is none.</exception>
    public static void RequireLoopback(TeamsOptions teams, IConfiguration configuration) =>
        RequireLoopback(teams, [.. Urls(configuration), .. Endpoints(configuration), .. Management(configuration).Url is { Length: > 0 } management ? [management] : (string[])[]]);

    /// <summary>Once it listens: whoever decided it, and however it was told.</summary>
    /// <exception cref="StartupException">It listens beyond this machine.</exception>
    public static void RequireLoopback(TeamsOptions teams, WebApplication app) => RequireLoopback(teams, app.Urls);

    /// <summary>For a terminal, which listens nowhere but tells people where the host is.</summary>
    /// <exception cref="StartupException">An address is none.</exception>
    public static void RequireAddresses(IConfiguration configuration)
    {
        foreach (var url in Urls(configuration))
        {
            Parse(url);
        }
    }

    private static void RequireLoopback(TeamsOptions teams, IEnumerable<string> urls)
    {
        if (teams.AllowAnonymous && urls.FirstOrDefault(url => !ThisMachine.IsNamed(Parse(url).Host)) is { } open)
        {
            throw new StartupException(
                $"Teams:AllowAnonymous is only for this machine, but the host listens at {open}: name localhost in --urls, Management:Url and Kestrel:Endpoints, or switch it off.");
        }
    }

    private static ManagementOptions Management(IConfiguration configuration) => configuration.GetSection(ManagementOptions.Section).Get<ManagementOptions>() ?? new ManagementOptions();

    /// <summary>The server's own settings, which it prefers to <c>--urls</c>.</summary>
    private static IEnumerable<string> Endpoints(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException problem)
        {
            throw new StartupException($"I cannot listen at {url}, which is no address: write it as {LocalAddress.Usual}.", problem);
        }
    }
}
