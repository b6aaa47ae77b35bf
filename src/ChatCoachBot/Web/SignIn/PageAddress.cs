namespace ChatCoachBot.Web.SignIn;

/// <summary>Whether a request reached a page that has a sign-in of its own at an address where it answers: the public one, or this machine.</summary>
internal sealed class PageAddress(PublicAddress pages)
{
    public bool Answers(HttpContext context) => IsPublic(context) || ThisMachine.Asks(context);

    /// <summary>Whether it came by the public address, as the Host header says.</summary>
    public bool IsPublic(HttpContext context) =>
        pages.Url is { } url
        && context.Request.Host is { HasValue: true } host
        && host.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port ?? (url.Scheme == Uri.UriSchemeHttps ? 443 : 80)) == url.Port;

    /// <summary>Whether the browser sees https; a proxy may hide that from the host.</summary>
    public bool IsSecure(HttpContext context) => context.Request.IsHttps || (IsPublic(context) && pages.Url!.Scheme == Uri.UriSchemeHttps);
}
