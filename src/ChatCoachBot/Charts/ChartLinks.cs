using System.Security.Cryptography;
using ChatCoachBot.Core.Dialog.Replies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatCoachBot.Charts;

/// <summary>
/// Links to a chart's picture, for a platform that fetches pictures itself. The link is the chart: its figures are sealed in it, with the
/// day it ends, so that nothing is stored, nobody can make one up, and it says of nobody whose they are.
/// </summary>
internal sealed class ChartLinks(PublicAddress address, IDataProtectionProvider protection, TimeProvider time)
{
    public const string Path = "/charts";

    private const string Extension = ".png";
    private const string Purpose = "ChatCoachBot.Charts";

    /// <summary>Below what chats and proxies cut.</summary>
    private const int LongestUrl = 1999;

    private const int LongestToken = 1024;

    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <returns>Null when no platform could fetch it: it takes a public address with https.</returns>
    public Uri? To(Chart chart)
    {
        if (address.Url is not { Scheme: "https" })
        {
            return null;
        }

        var token = WebEncoders.Base64UrlEncode(_protector.Protect(new SealedChart(chart, time.GetUtcNow() + Life).Write()));
        return token.Length <= LongestToken && address.To($"{Path}/{token}{Extension}") is { OriginalString.Length: <= LongestUrl } url ? url : null;
    }

    /// <returns>Null for what is no such token, or not any more.</returns>
    public SealedChart? Open(string token)
    {
        if (token.Length > LongestToken)
        {
            return null;
        }

        try
        {
            return SealedChart.Read(_protector.Unprotect(WebEncoders.Base64UrlDecode(token))) is { } chart && chart.ExpiresAt > time.GetUtcNow() ? chart : null;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
