namespace ChatCoachBot.Teams;

/// <summary>
/// Whether a serviceUrl is a place of Teams'. It comes with each message, so it is whatever somebody wrote: the bot's token and a
/// learner's words must go nowhere else. It is asked at receipt and again before each send.
/// </summary>
internal sealed class ServiceUrls(TeamsOptions options)
{
    private const int Longest = 400;

    /// <summary>These and everything below them.</summary>
    private static readonly string[] Domains = ["botframework.com", "teams.microsoft.com", "teams.microsoft.us"];

    /// <summary>Not all of trafficmanager.net: anybody may have a name there.</summary>
    private static readonly string[] Hosts = ["smba.trafficmanager.net"];

    /// <returns>The address, with a slash at its end; null for any other.</returns>
    public Uri? Trusted(string? serviceUrl)
    {
        if (serviceUrl is not { Length: > 0 and <= Longest } || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || !IsPlain(serviceUrl, url))
        {
            return null;
        }

        var isTeams = url is { Scheme: "https", IsDefaultPort: true } && (Hosts.Contains(url.Host, StringComparer.Ordinal)
            || Array.Exists(Domains, domain => url.Host == domain || url.Host.EndsWith("." + domain, StringComparison.Ordinal)));
        var isPlayground = options.AllowAnonymous && url.Scheme is "http" or "https" && ThisMachine.IsNamed(url.Host);
        return isTeams || isPlayground ? new Uri(url.AbsoluteUri.TrimEnd('/') + "/") : null;
    }

    /// <summary>Written as it is meant: small letters, no user, no query, nothing that a parser turns into something else.</summary>
    private static bool IsPlain(string text, Uri url) =>
        text.All(c => c is > ' ' and < '\x7f' and not '\\' and not '%')
        && url is { UserInfo: "", Query: "", Fragment: "" }
        && text.StartsWith($"{url.Scheme}://{url.Authority}", StringComparison.Ordinal)
        && url.Host == url.IdnHost
        && !url.Host.Any(char.IsAsciiLetterUpper)
        && !url.Host.EndsWith('.')
        && !url.Host.Contains("xn--", StringComparison.Ordinal);
}
