using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>Tokens that were verified a moment ago: Teams sends one and the same for up to an hour. Kept by their hash, so that no token lies in memory.</summary>
internal sealed class CheckedTokens(TimeProvider time) : IDisposable
{
    private const int AtMost = 1_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = AtMost });

    /// <returns>Null for one that was not seen before, or has run out.</returns>
    public CheckedToken? Find(string token) => _kept.TryGetValue(Hash(token), out CheckedToken? kept) && time.GetUtcNow() < kept!.Until ? kept : null;

    public void Keep(string token, CheckedToken check) =>
        _kept.Set(Hash(token), check, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) });

    public void Dispose() => _kept.Dispose();

    private static string Hash(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <param name="Key">What it was verified with; it holds only while that is still one of Teams’ keys.</param>
/// <param name="Until">When it runs out.</param>
/// <param name="Verified">What it says.</param>
internal sealed record CheckedToken(JsonWebKey Key, DateTimeOffset Until, VerifiedToken Verified);
