using System.Security.Cryptography;
using System.Text;

namespace ChatCoachBot.Web;

/// <summary>The name of something a visitor sent. It outlives a visitor who wants to be forgotten, so it says of nobody whose it was.</summary>
internal static class WebEvent
{
    /// <param name="id">The page's own id of it, the same when it is sent again.</param>
    public static string IdOf(string visitor, Guid id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{visitor}/{id:N}")));
}
