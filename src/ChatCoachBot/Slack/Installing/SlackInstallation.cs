using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatCoachBot.Slack.Installing;

/// <summary>The app in one workspace, or in all of an enterprise, with the token that Slack gave for it.</summary>
public sealed class SlackInstallation
{
    /// <summary>The id of the workspace, or of the enterprise.</summary>
    public required string Workspace { get; init; }

    public required string Name { get; set; }

    /// <summary>The bot token, encrypted.</summary>
    public required string Token { get; set; }

    /// <summary>What the next token is got with, encrypted; null where tokens do not expire.</summary>
    public string? RefreshToken { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset InstalledAt { get; set; }

    /// <summary>Slack's id of whoever installed it.</summary>
    public required string InstalledBy { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended, in Slack's words.</summary>
    public string? EndReason { get; set; }

    /// <summary>Until when one host is getting the next token, and the others leave it alone.</summary>
    public DateTimeOffset? RefreshingUntil { get; set; }
}

/// <summary>A sign-in at Slack that was begun here, and may be ended here once.</summary>
public sealed class SlackInstallState
{
    /// <summary>A hash of what Slack gives back.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class InstallationTables : IEntityTypeConfiguration<SlackInstallation>, IEntityTypeConfiguration<SlackInstallState>
{
    public void Configure(EntityTypeBuilder<SlackInstallation> builder)
    {
        builder.ToTable("SlackInstallations");
        builder.HasKey(installation => installation.Workspace);
        builder.HasIndex(installation => installation.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<SlackInstallState> builder)
    {
        builder.ToTable("SlackInstallStates");
        builder.HasKey(state => state.Hash);
    }
}
