using System.Net;

namespace ChatCoachBot;

/// <summary>What is on this machine, as addresses name it.</summary>
internal static class ThisMachine
{
    public static bool IsAt(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    /// <param name="host">As in an address or a Host header, without the port.</param>
    public static bool IsNamed(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
