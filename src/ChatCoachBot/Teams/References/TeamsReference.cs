using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatCoachBot.Teams.References;

/// <summary>How a person or a channel is reached: what Teams calls a conversation reference. It is kept at install and at each message that tells something new.</summary>
public sealed class TeamsReference
{
    /// <summary>The address of the person or the channel in the coach's tables.</summary>
    public required string Address { get; init; }

    public required string Tenant { get; init; }

    /// <summary>Where Teams takes messages for it; checked again before each send.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>The id of the conversation; null for a person whom the coach has only met in a channel.</summary>
    public string? ConversationId { get; set; }

    /// <summary>Teams' id of the person; null for a channel.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether what is said there hangs in threads: in a team's channel, and not in a group chat.</summary>
    public bool HasThreads { get; init; }

    /// <summary>Teams' id of the bot.</summary>
    public required string BotId { get; set; }

    /// <summary>When the app was taken away there.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class ReferenceTable : IEntityTypeConfiguration<TeamsReference>
{
    public void Configure(EntityTypeBuilder<TeamsReference> builder)
    {
        builder.ToTable("TeamsReferences");
        builder.HasKey(reference => new { reference.Tenant, reference.Address });
    }
}
