using System.Net;

namespace ChatCoachBot.Management;

/// <summary>The settings under <c>Management</c>.</summary>
internal sealed class ManagementOptions
{
    public const string Section = "Management";

    /// <summary>Where metrics and health details are served, and nothing else; empty for nowhere.</summary>
    public string Url { get; set; } = "http://localhost:3979";

    /// <exception cref="StartupException">The address is none.</exception>
    public int? Port()
    {
        try
        {
            return Url.Length == 0 ? null : PortOf(BindingAddress.Parse(Url));
        }
        catch (FormatException problem)
        {
            throw new StartupException($"{Section}:Url is not an address: write it as http://localhost:3979, or leave it empty.", problem);
        }
    }

    /// <summary>A server that is given any other name listens on every address of the machine.</summary>
    private static int PortOf(BindingAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(address.Host.Trim('[', ']'), out _)
            ? address.Port
            : throw new StartupException($"{Section}:Url names {address.Host}: write localhost there, or the IP address of this machine to listen at.");
}
