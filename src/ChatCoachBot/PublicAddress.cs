namespace ChatCoachBot;

/// <summary>The setting <c>PublicUrl</c>: where this host's pages are reached from outside.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    private const string Setting = "PublicUrl";

    /// <summary>Null for a host that nobody reaches from outside.</summary>
    public Uri? Url { get; } = Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null;

    /// <param name="path">Begins with a slash.</param>
    /// <returns>Null when there is no such address.</returns>
    public Uri? To(string path) => Url is null ? null : new Uri(Url.ToString().TrimEnd('/') + path);
}
