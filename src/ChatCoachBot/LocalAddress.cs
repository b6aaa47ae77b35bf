using ChatCoachBot.Cli;
using ChatCoachBot.Terminal;
using ChatCoachBot.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatCoachBot;

/// <summary>Where this host's pages are reached on its own machine.</summary>
public sealed class LocalAddress(IServiceProvider services, IConfiguration configuration)
{
    /// <summary>Where a host listens that was not told otherwise.</summary>
    public const string Usual = "http://localhost:3978";

    /// <summary>Platforms whose people sit at this machine.</summary>
    private static readonly string[] Here = [WebChannel.Name, TerminalChat.Platform];

    /// <summary>Whether this process listens nowhere, and only takes a host to be where it is told to listen, or usually is.</summary>
    public bool IsGuessed => services.GetService<IServer>() is null;

    /// <returns>Null for a platform whose people are elsewhere.</returns>
    public Uri? For(string platform) => Here.Contains(platform, StringComparer.Ordinal) ? Address() : null;

    /// <summary>The host's own first address; a terminal has none, and the host beside it is taken to listen where the settings say.</summary>
    private Uri Address()
    {
        var addresses = services.GetService<IServer>() is { } server ? server.Features.Get<IServerAddressesFeature>()?.Addresses : Listening.Urls(configuration);
        return addresses?.Select(BindingAddress.Parse).FirstOrDefault(address => !address.IsUnixPipe && address.Port > 0) is { } own
            ? new UriBuilder(own.Scheme, "localhost", own.Port).Uri
            : new Uri(Usual);
    }
}
