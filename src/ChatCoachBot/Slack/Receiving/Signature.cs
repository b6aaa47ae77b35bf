using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Whether a request comes from Slack (docs.slack.dev/authentication/verifying-requests-from-slack).</summary>
internal sealed class Signature(string secret, TimeProvider time)
{
    private const string Version = "v0";

    /// <summary>A recorded request is of no use for longer, and neither is one from the future.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public bool IsValid(string? timestamp, string? signature, ReadOnlySpan<byte> body) =>
        _secret.Length > 0 && timestamp is not null && signature is not null && IsFresh(timestamp) && IsSigned(timestamp, signature, body);

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Tolerance;

    private bool IsSigned(string timestamp, string signature, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        var expected = $"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
    }
}
