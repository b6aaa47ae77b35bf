using System.Net;
using System.Net.Sockets;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A port of this machine that nobody listened at a moment ago.</summary>
public static class LoopbackPort
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
