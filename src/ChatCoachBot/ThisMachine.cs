using System.Net;

namespace ChatCoachBot;

/// <summary>What is on this machine: for what has no sign-in, and answers nobody else.</summary>
internal static class ThisMachine
{
    /// <summary>Headers by which proxies and tunnels tell whom they speak for.</summary>
    private static readonly string[] ProxyHeaders =
    [
        "Forwarded", "Via", "CDN-Loop", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-ProxyUser-IP", "True-Client-IP", "CF-Connecting-IP", "CF-Connecting-IPv6", "Fastly-Client-IP", "Fly-Client-IP",
        "X-Azure-ClientIP", "X-Azure-SocketIP", "X-Envoy-External-Address",
    ];

    private static readonly string[] ProxyHeaderBeginnings = ["X-Forwarded-", "X-Original-"];

    /// <summary>
    /// Whether a request is from here: a loopback connection, a loopback Host header (a page elsewhere may give its own name this address),
    /// and no sign of a proxy that hands on requests from outside.
    /// </summary>
    public static bool Asks(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress)
        && IsLoopback(context.Connection.LocalIpAddress)
        && IsNamed(context.Request.Host.Host)
        && !context.Request.Headers.Keys.Any(IsOfProxy);

    /// <param name="host">As in an address or a Host header, without the port.</param>
    public static bool IsNamed(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static bool IsOfProxy(string header) =>
        ProxyHeaders.Contains(header, StringComparer.OrdinalIgnoreCase) || Array.Exists(ProxyHeaderBeginnings, beginning => header.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
