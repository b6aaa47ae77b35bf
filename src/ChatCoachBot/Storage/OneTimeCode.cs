using System.Security.Cryptography;
using System.Text;
using ChatCoachBot.Core.Dialog;

namespace ChatCoachBot.Storage;

/// <summary>A secret that was given to one person and opens one thing. Only its hash is kept; used up or run out, it is gone.</summary>
public sealed class OneTimeCode
{
    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required CodePurpose Purpose { get; init; }

    public required Guid LearnerId { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required Guid ConversationId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public static OneTimeCode Of(IssuedCode code, Conversation conversation) => new()
    {
        Hash = HashOf(code.Secret),
        Purpose = code.Purpose,
        LearnerId = conversation.Learner.Id,
        ConversationId = conversation.Id,
        ExpiresAt = code.ExpiresAt,
    };

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
