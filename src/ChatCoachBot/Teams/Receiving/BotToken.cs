using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>
/// Verifies the token that comes with each request of Teams': signed by one of its keys, for this bot, from its issuer, of now, for the
/// very serviceUrl and channel of the activity. What is not verified is refused.
/// </summary>
internal sealed class BotToken(BotKeys keys, CheckedTokens tokens, TeamsOptions options, TeamsEndpoints endpoints, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int Longest = 16 * 1024;
    private const string ServiceUrlClaim = "serviceurl";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = Longest };

    /// <param name="authorization">The header.</param>
    /// <returns>The verified token; null for any other.</returns>
    public async ValueTask<VerifiedToken?> VerifyAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is not { Length: <= Longest } || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = authorization[Scheme.Length..].Trim();
        if (tokens.Find(token) is { } known && await keys.FindAsync(known.Key.KeyId, cancellationToken) == known.Key)
        {
            return known.Verified;
        }

        return KeyIdOf(token) is { } keyId && await keys.FindAsync(keyId, cancellationToken) is { } key ? await VerifyAsync(token, key) : null;
    }

    private async Task<VerifiedToken?> VerifyAsync(string token, JsonWebKey key)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = endpoints.Issuer,
            ValidAudience = options.AppId,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
            LifetimeValidator = IsOfNow,
        });
        if (!result.IsValid || !result.Claims.TryGetValue(ServiceUrlClaim, out var url) || url is not string { Length: > 0 } serviceUrl)
        {
            return null;
        }

        var verified = new VerifiedToken(serviceUrl, Endorsements(key));
        tokens.Keep(token, new CheckedToken(key, new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero) + Skew, verified));
        return verified;
    }

    /// <returns>Null for what is no signed token that names its key.</returns>
    private string? KeyIdOf(string token)
    {
        try
        {
            return _handler.CanReadToken(token) && _handler.ReadJsonWebToken(token) is { Kid: { Length: > 0 } keyId } ? keyId : null;
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private bool IsOfNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || now > start - Skew);
    }

    /// <summary>The channels that a key may speak for.</summary>
    private static IReadOnlyList<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var listed) && listed is JsonElement { ValueKind: JsonValueKind.Array } channels
            ? [.. channels.EnumerateArray().Where(channel => channel.ValueKind == JsonValueKind.String).Select(channel => channel.GetString()!)]
            : listed is IEnumerable<object> others ? [.. others.OfType<string>()] : [];
}

/// <param name="ServiceUrl">Where the activity that it comes with must be from.</param>
/// <param name="Channels">What its key may speak for.</param>
internal sealed record VerifiedToken(string ServiceUrl, IReadOnlyList<string> Channels)
{
    /// <summary>The same keys speak for Web Chat and others, where whoever writes chooses who they are: only Teams vouches for its people.</summary>
    private const string Teams = "msteams";

    public bool Covers(Activity activity) =>
        activity.ServiceUrl is { } url && url.TrimEnd('/') == ServiceUrl.TrimEnd('/') && activity.ChannelId == Teams && Channels.Contains(Teams, StringComparer.Ordinal);
}
