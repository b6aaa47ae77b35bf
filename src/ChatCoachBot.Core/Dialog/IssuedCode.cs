using System.Buffers.Text;
using System.Security.Cryptography;

namespace ChatCoachBot.Core.Dialog;

/// <summary>A secret made for the learner that opens one thing. The store keeps its hash only.</summary>
public sealed record IssuedCode(CodePurpose Purpose, string Secret, DateTimeOffset ExpiresAt)
{
    /// <summary>Without what looks or sounds alike.</summary>
    private const string EasyToType = "BCDFGHJKLMNPQRSTVWXZ23456789";

    private const int TypedLength = 8;

    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(15);

    /// <summary>One file is downloaded after the other, on a slow line too.</summary>
    private static readonly TimeSpan ExportLife = TimeSpan.FromHours(1);

    public static IssuedCode New(CodePurpose purpose, DateTimeOffset now) => new(
        purpose,
        purpose == CodePurpose.Link ? RandomNumberGenerator.GetString(EasyToType, TypedLength) : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
        now + (purpose == CodePurpose.Export ? ExportLife : UsualLife));
}

/// <summary>The values are stored: they must not change.</summary>
public enum CodePurpose
{
    /// <summary>Typed on another platform, it joins the person there to the learner.</summary>
    Link = 0,

    /// <summary>Opened in a browser, it signs that browser in as the learner.</summary>
    SignIn = 1,

    /// <summary>Opened in a browser, as often as wanted until it ends, it shows the learner's own data.</summary>
    Export = 2,
}
